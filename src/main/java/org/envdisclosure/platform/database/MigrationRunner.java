package org.envdisclosure.platform.database;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.output.MigrateResult;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jboss.logging.Logger;

/**
 * Brings a database to this version's schema: one Flyway run and one history table {@code flyway_history_<room>} for each
 * folder under {@code db/migration}, first platform, then place, then the datasets in alphabetical order. A new folder is
 * enough for a new room. Replicas that start together wait for one another.
 */
public final class MigrationRunner {

    static final String ROOT = "db/migration";

    private static final Logger LOG = Logger.getLogger(MigrationRunner.class);
    private static final String ROOM_NAME = "[a-z][a-z0-9_]*";
    private static final List<String> FIRST_ROOMS = List.of("platform", "place");
    private static final Comparator<String> ROOM_ORDER = Comparator.<String>comparingInt(
            room -> FIRST_ROOMS.contains(room) ? FIRST_ROOMS.indexOf(room) : FIRST_ROOMS.size()).thenComparing(room -> room);
    /** 1 + 2 + 4 + 8 + 16 s: a database that starts beside us, or fails over, is waited for. */
    private static final int CONNECT_RETRIES = 5;

    private final String root;
    private final Map<String, List<SqlScript>> scripts;
    private final ClassLoader classPath;

    MigrationRunner(String root, ClassLoader classPath) {
        this.root = root;
        this.classPath = classPath;
        this.scripts = MigrationFolders.under(root, classPath);
    }

    /**
     * Applies what is missing of the migrations on the class path.
     *
     * @throws org.flywaydb.core.api.FlywayException when one fails, or an applied one was changed
     */
    public static void migrate(DataSource database, List<GeneratedSql> generated) {
        new MigrationRunner(ROOT, MigrationRunner.class.getClassLoader()).run(database, generated);
    }

    void run(DataSource database, List<GeneratedSql> generated) {
        long begun = System.nanoTime();
        Map<String, List<SqlScript>> rooms = new LinkedHashMap<>();
        rooms(generated).forEach(room -> rooms.put(room, scriptsOf(room, generated)));
        int applied = run(database, rooms);
        LOG.infof("database migrated: rooms=%s applied=%d took=%d ms", rooms.keySet(), applied,
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
    }

    /** Flyway takes half a second of a start to find out that nothing is to be done, most of it for its own classes. */
    private int run(DataSource database, Map<String, List<SqlScript>> rooms) {
        SchemaMark mark = new SchemaMark(rooms);
        if (mark.holds(database)) {
            return 0;
        }
        int applied = 0;
        for (Map.Entry<String, List<SqlScript>> room : rooms.entrySet()) {
            applied += migrateRoom(room.getKey(), room.getValue(), database);
        }
        mark.leave(database);
        return applied;
    }

    private List<String> rooms(List<GeneratedSql> generated) {
        if (scripts.isEmpty()) {
            throw new IllegalStateException(
                    "there is no migration under " + root + " on the class path: the service is incomplete");
        }
        List<String> rooms = Stream.concat(scripts.keySet().stream(), generated.stream().map(GeneratedSql::room))
                .distinct().sorted(ROOM_ORDER).toList();
        for (String room : rooms) {
            if (!room.matches(ROOM_NAME)) {
                throw new IllegalStateException(
                        "a folder under " + root + " must have a name of a-z, 0-9 and _, not '" + room + "'");
            }
        }
        return rooms;
    }

    private List<SqlScript> scriptsOf(String room, List<GeneratedSql> generated) {
        List<SqlScript> versioned = scripts.getOrDefault(room, List.of());
        List<SqlScript> all = new ArrayList<>(versioned);
        generated.stream().filter(sql -> sql.room().equals(room))
                .map(sql -> SqlScript.repeatable(root + "/" + room, sql, versioned.size())).forEach(all::add);
        return all;
    }

    /** Flyway looks for the history before it takes its lock: of replicas that start together one may lay it out between the two. */
    private int migrateRoom(String room, List<SqlScript> roomScripts, DataSource database) {
        try {
            return migrateOnce(room, roomScripts, database);
        } catch (FlywayException failure) {
            if (!String.valueOf(failure.getMessage()).contains("Unable to baseline")) {
                throw failure;
            }
            return migrateOnce(room, roomScripts, database);
        }
    }

    private int migrateOnce(String room, List<SqlScript> roomScripts, DataSource database) {
        MigrateResult result = Flyway.configure(classPath)
                .dataSource(database)
                .connectRetries(CONNECT_RETRIES)
                .resourceProvider(new InMemory(roomScripts))
                .javaMigrationClassProvider(List::of)
                .defaultSchema("public")
                .createSchemas(false)
                .table("flyway_history_" + room)
                // the tables of earlier rooms are no reason to refuse: version 0 stands for them
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .validateMigrationNaming(true)
                .placeholderReplacement(false)
                // an older version may run again on a newer schema (a roll-back), and generated SQL may be given up
                .ignoreMigrationPatterns("*:future", "repeatable:missing")
                // CREATE INDEX CONCURRENTLY waits for every open transaction, and would wait for the lock's own
                .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
                .load()
                .migrate();
        return result.migrationsExecuted;
    }

    private record InMemory(List<SqlScript> scripts) implements ResourceProvider {

        @Override
        public LoadableResource getResource(String name) {
            return scripts.stream().filter(script -> script.getRelativePath().equals(name)).findFirst().orElse(null);
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return scripts.stream().filter(script -> script.getFilename().startsWith(prefix)
                    && Stream.of(suffixes).anyMatch(script.getFilename()::endsWith)).map(LoadableResource.class::cast).toList();
        }
    }
}
