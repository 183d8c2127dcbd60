package org.envdisclosure.platform.database;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/** Where the service's database is: a server named by the operator, or one the service starts itself. */
public sealed interface DatabaseSettings {

    String URL = "ENVD_DATABASE_URL";
    String DATA_FOLDER = "ENVD_DATA_DIR";

    /**
     * Finds the database or starts it.
     *
     * @throws DatabaseUnavailableException when the embedded one does not start
     */
    RunningDatabase open();

    /**
     * Reads {@value #URL} and {@value #DATA_FOLDER}. A URL that is set but blank is an error, not "unset": a secret that went
     * missing would otherwise put a new, empty database before the public.
     *
     * @throws SettingException when one of them cannot be used
     */
    static DatabaseSettings from(Map<String, String> environment) {
        String url = environment.get(URL);
        if (url == null) {
            return new Embedded(dataFolder(environment.getOrDefault(DATA_FOLDER, "data")));
        }
        if (url.isBlank()) {
            throw new SettingException(URL + " is set but empty. Give it as " + DatabaseUrl.FORM
                    + ", or unset it to use the embedded database.");
        }
        return new ByUrl(DatabaseUrl.parse(URL, url.strip()));
    }

    private static Path dataFolder(String text) {
        if (text.isBlank()) {
            throw new SettingException(DATA_FOLDER + " is set but empty. Name a folder, or unset it to use the folder 'data'.");
        }
        try {
            return Path.of(text).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new SettingException(DATA_FOLDER + " is not a path this machine can use: " + e.getReason()
                    + ". For letters beyond ASCII the locale must be UTF-8 (LC_ALL=C.UTF-8).");
        }
    }

    /** A server that somebody else runs; nothing is started, no folder is touched. */
    record ByUrl(DatabaseUrl url) implements DatabaseSettings {

        @Override
        public RunningDatabase open() {
            return new SomebodyElsesServer(url);
        }
    }

    /** Our own PostgreSQL with its files in {@code dataFolder}. */
    record Embedded(Path dataFolder) implements DatabaseSettings {

        @Override
        public RunningDatabase open() {
            return EmbeddedPostgres.start(EmbeddedOptions.in(dataFolder));
        }
    }

    /** @param url as the operator gave it */
    record SomebodyElsesServer(DatabaseUrl url) implements RunningDatabase {

        @Override
        public boolean isEmbedded() {
            return false;
        }

        @Override
        public void close() {
            // not ours to stop
        }
    }
}
