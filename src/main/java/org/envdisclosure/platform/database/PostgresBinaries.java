package org.envdisclosure.platform.database;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The PostgreSQL programs for this machine, unpacked once. The folder's name holds the archive's checksum, so that another
 * version is another folder, and it gets that name only when it is complete.
 */
final class PostgresBinaries {

    private static final String PREFIX = "postgresql-binaries-";
    private static final String UNFINISHED = "unfinished-" + PREFIX;
    private static final int NAME_DIGITS = 12;
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
        String machine = System.getProperty("os.arch").equals("amd64") ? "x86_64" : System.getProperty("os.arch");
        try (InputStream in = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system(), machine)) {
            return in.readAllBytes();
        } catch (IllegalStateException e) {
            throw new DatabaseUnavailableException("There is no embedded PostgreSQL for " + system() + " on " + machine
                    + ". Run a PostgreSQL 17 beside the service and name it with " + DatabaseSettings.URL + ".", e);
        }
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.contains("windows") ? "Windows" : name.contains("mac") ? "Darwin" : "Linux";
    }

    private static String checksum(byte[] archive) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(archive);
            return HexFormat.of().formatHex(digest).substring(0, NAME_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
