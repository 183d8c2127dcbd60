package org.envdisclosure.platform.database;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The folder of PostgreSQL's files, {@code postgresql-17} in the data folder. It gets its name only when initdb is through.
 *
 * @param password of the roles {@code postgres} and {@value OwnDatabase#NAME}; made by chance, readable by the owner only
 */
record Cluster(Path folder, String password) {

    static final String ADMINISTRATOR = "postgres";

    private static final String PREFIX = "postgresql-";
    private static final String UNFINISHED = "unfinished-cluster-";
    private static final String PASSWORD_FILE = "env-disclosure.password";
    private static final int PASSWORD_BYTES = 24;
    private static final Duration INITDB_LIMIT = Duration.ofMinutes(5);

    static Cluster openOrCreate(EmbeddedOptions options, PostgresPrograms programs, Path logs) throws IOException {
        int version = programs.majorVersion();
        Path folder = options.dataFolder().resolve(PREFIX + version);
        refuseOtherVersions(options.dataFolder(), folder);
        if (Files.notExists(folder.resolve("PG_VERSION"))) {
            Folders.sweep(options.dataFolder(), UNFINISHED, folder);
            refuseStrangers(folder);
            create(options, programs, logs, folder);
        }
        programs.account().own(folder);
        return new Cluster(folder, Files.readString(folder.resolve(PASSWORD_FILE), US_ASCII).strip());
    }

    /** This version's settings, at every start; what the operator sets with ALTER SYSTEM stands above them. */
    void configure() throws IOException {
        try (InputStream settings = Cluster.class.getResourceAsStream("postgresql.conf")) {
            Files.write(folder.resolve("postgresql.conf"), settings.readAllBytes());
        }
        Files.writeString(folder.resolve("pg_hba.conf"), """
                # every local user can reach the port, so nobody gets in without the password
                host all all 127.0.0.1/32 scram-sha-256
                """, UTF_8);
    }

    private static void refuseOtherVersions(Path dataFolder, Path wanted) throws IOException {
        for (Path other : Folders.entries(dataFolder, PREFIX)) {
            if (Files.exists(other.resolve("PG_VERSION")) && !other.equals(wanted) && Files.notExists(wanted)) {
                throw new DatabaseUnavailableException("The data is in " + other + ", but this version of the service brings "
                        + wanted.getFileName() + ". Carry it over by dump and restore, or move the old folder away to begin with"
                        + " an empty database.");
            }
        }
    }

    private static void refuseStrangers(Path folder) throws IOException {
        if (Files.exists(folder) && !Folders.entries(folder, "").isEmpty()) {
            throw new DatabaseUnavailableException(folder + " holds files but no PostgreSQL cluster. Move them away, or give the"
                    + " service another folder with " + DatabaseSettings.DATA_FOLDER + ".");
        }
        Folders.delete(folder);
    }

    private static void create(EmbeddedOptions options, PostgresPrograms programs, Path logs, Path folder) throws IOException {
        Path unfinished = Files.createTempDirectory(options.dataFolder(), UNFINISHED);
        programs.account().own(unfinished);
        Path files = unfinished.resolve("files");
        Path password = Files.createFile(unfinished.resolve(PASSWORD_FILE), ownerOnly());
        Files.writeString(password, randomPassword(), US_ASCII);
        programs.account().own(password);
        initdb(programs, logs, files, password, options.durable());
        Files.move(password, files.resolve(PASSWORD_FILE));
        Folders.publish(files, folder);
        Folders.delete(unfinished);
    }

    /**
     * Text is ordered by code point, which in UTF-8 is bytewise, on every system alike, by PostgreSQL's own rules. Only the
     * trigram extension asks the system what a letter is, and knows Chinese ones where the system has C.UTF-8.
     */
    private static void initdb(PostgresPrograms programs, Path logs, Path files, Path password, boolean durable)
            throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-D", files.toString(), "--username=" + ADMINISTRATOR,
                "--pwfile=" + password, "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8", "--data-checksums", "--lc-ctype=C.UTF-8"));
        if (!durable) {
            arguments.add("--no-sync");
        }
        Path output = logs.resolve("postgresql-initdb.log");
        if (programs.exitCode(output, INITDB_LIMIT, "initdb", arguments.toArray(String[]::new)) != 0) {
            Folders.delete(files);
            arguments.set(arguments.indexOf("--lc-ctype=C.UTF-8"), "--lc-ctype=C");
            programs.run(output, INITDB_LIMIT, "initdb", arguments.toArray(String[]::new));
        }
    }

    private static String randomPassword() {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** From its first moment on; Windows keeps to the rights of the folder. */
    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
    }
}
