package org.envdisclosure.platform.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The migrations on a class path, whether it is made of folders or of jars: every folder below the root is a room. */
final class MigrationFolders {

    private MigrationFolders() {
    }

    /** @return the scripts of each room; rooms in alphabetical order */
    static Map<String, List<SqlScript>> under(String root, ClassLoader classPath) {
        Map<String, List<SqlScript>> rooms = new TreeMap<>();
        try {
            for (URL place : Collections.list(classPath.getResources(root))) {
                if (place.getProtocol().equals("jar")) {
                    readJar(jarOf(place), root, rooms);
                } else {
                    readRoot(Path.of(place.toURI()), root, rooms);
                }
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("the migrations under " + root + " cannot be read", e);
        }
        return rooms;
    }

    private static Path jarOf(URL place) throws URISyntaxException {
        String address = place.toString();
        return Path.of(new URI(address.substring("jar:".length(), address.indexOf("!/"))));
    }

    private static void readJar(Path jar, String root, Map<String, List<SqlScript>> rooms) throws IOException {
        try (FileSystem files = FileSystems.newFileSystem(jar)) {
            readRoot(files.getPath(root), root, rooms);
        }
    }

    private static void readRoot(Path folder, String root, Map<String, List<SqlScript>> rooms) throws IOException {
        for (Path room : entries(folder)) {
            if (Files.isDirectory(room)) {
                String name = room.getFileName().toString().replace("/", "");
                List<SqlScript> scripts = rooms.computeIfAbsent(name, absent -> new ArrayList<>());
                for (Path file : entries(room)) {
                    scripts.add(new SqlScript(root + "/" + name, file.getFileName().toString(), Files.readString(file, UTF_8)));
                }
            }
        }
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }
}
