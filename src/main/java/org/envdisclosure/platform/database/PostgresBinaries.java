package org.envdisclosure.platform.database;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * The PostgreSQL programs for this machine, unpacked once. The folder's name holds the archive's checksum, so that another
 * version is another folder, and it gets that name only when it is complete.
 */
final class PostgresBinaries {

    private static final String PREFIX = "postgresql-binaries-";
    private static final String UNFINISHED = "unfinished-" + PREFIX;
    private static final int NAME_DIGITS = 8;
    private static final Path ALPINE = Path.of("/etc/alpine-release");
    private static final String SIZE = "size-of-all-files";

    private PostgresBinaries() {
    }

    /** @return the folder with {@code bin}, {@code lib} and {@code share} */
    static Path unpackedIn(Path folder) throws IOException {
        byte[] archive = archive();
        Path home = folder.resolve(PREFIX + checksum(archive));
        if (!isComplete(home)) {
            Folders.delete(home);
            unpack(archive, folder, home);
        }
        return home;
    }

    private static void unpack(byte[] archive, Path folder, Path home) throws IOException {
        Path unfinished = Files.createTempDirectory(folder, UNFINISHED);
        TxzArchive.unpack(archive, unfinished);
        Files.writeString(unfinished.resolve(SIZE), Long.toString(size(unfinished)), US_ASCII);
        unfinished.toFile().setReadable(true, false);
        unfinished.toFile().setExecutable(true, false);
        try {
            Folders.publish(unfinished, home);
        } catch (FileSystemException e) {
            Folders.delete(unfinished);
            if (Files.notExists(home)) {
                throw e;
            }
            // another test run that shares the folder was quicker
        }
    }

    /** Frees the room of earlier versions and of unpackings cut short; only under the folder's lock. */
    static void sweep(Path folder, Path inUse) throws IOException {
        Folders.sweep(folder, PREFIX, inUse);
        Folders.sweep(folder, UNFINISHED, inUse);
    }

    /** A power cut soon after the unpacking can leave files without their content; their sizes tell, without a sync of each. */
    private static boolean isComplete(Path home) throws IOException {
        Path size = home.resolve(SIZE);
        return Files.exists(size) && Files.readString(size, US_ASCII).equals(Long.toString(size(home)));
    }

    private static long size(Path home) throws IOException {
        try (Stream<Path> files = Files.find(home, Integer.MAX_VALUE,
                (file, attributes) -> attributes.isRegularFile() && !file.endsWith(SIZE))) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static byte[] archive() throws IOException {
        String name = archiveName(System.getProperty("os.name"), System.getProperty("os.arch"), Files.exists(ALPINE));
        try (InputStream in = PostgresBinaries.class.getResourceAsStream("/" + name)) {
            if (in == null) {
                throw new DatabaseUnavailableException("There is no embedded PostgreSQL for this machine (" + name + "). Run a"
                        + " PostgreSQL beside the service and name it with " + DatabaseSettings.URL + ".");
            }
            return in.readAllBytes();
        }
    }

    /** As the jars of io.zonky.test.postgres name what they hold. */
    static String archiveName(String system, String architecture, boolean alpine) {
        String family = system.toLowerCase(Locale.ROOT).split(" ")[0];
        String machine = switch (architecture) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64" -> "arm_64";
            default -> architecture;
        };
        return "postgres-" + (family.equals("mac") ? "darwin" : family) + "-" + machine + (alpine ? "-alpine_linux" : "") + ".txz";
    }

    /** It only has to tell one version from another, at every start; a cryptographic sum would take a second of a cold Java. */
    private static String checksum(byte[] archive) {
        CRC32 sum = new CRC32();
        sum.update(archive);
        return HexFormat.of().toHexDigits(sum.getValue(), NAME_DIGITS);
    }
}
