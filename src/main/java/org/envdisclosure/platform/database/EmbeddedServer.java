package org.envdisclosure.platform.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The server process on one cluster, by way of pg_ctl, which takes it out of our process group: a Ctrl-C in the terminal
 * reaches only us.
 */
final class EmbeddedServer {

    private static final Logger LOG = Logger.getLogger(EmbeddedServer.class);

    /** After a crash up to max_wal_size (2 GB) is replayed first; a slow disk does 10 MB/s. */
    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    /** With the service's own 4 s this keeps within the 10 s of a TERM; what is not flushed by then the next start replays. */
    private static final Duration FAST_STOP = Duration.ofSeconds(4);
    private static final Duration IMMEDIATE_STOP = Duration.ofSeconds(1);
    private static final int PORT_TRIES = 5;
    private static final int LAST_LINES = 15;
    private static final String SERVER_LOGS = ".*postgresql-(start|Mon|Tue|Wed|Thu|Fri|Sat|Sun)\\.log";

    private final EmbeddedOptions options;
    private final PostgresPrograms programs;
    private final Cluster cluster;
    private final Path logs;
    private volatile int port;

    private EmbeddedServer(EmbeddedOptions options, PostgresPrograms programs, Cluster cluster, Path logs) {
        this.options = options;
        this.programs = programs;
        this.cluster = cluster;
        this.logs = logs;
    }

    static EmbeddedServer on(EmbeddedOptions options) throws IOException {
        ServerAccount account = ServerAccount.ofThisProcess();
        Path logs = Files.createDirectories(options.dataFolder().resolve("log"));
        account.own(logs);
        if (!Files.isWritable(logs)) {
            throw new DatabaseUnavailableException("The data folder " + options.dataFolder() + " belongs to "
                    + Files.getOwner(logs) + ". Run the service as that user, or hand the folder over with chown -R.");
        }
        Path binaries = PostgresBinaries.unpackedIn(options.binariesFolder());
        PostgresPrograms programs = new PostgresPrograms(binaries, account, logs);
        Cluster cluster = Cluster.openOrCreate(options, programs, logs);
        return new EmbeddedServer(options, programs, cluster, logs);
    }

    int port() {
        return port;
    }

    Cluster cluster() {
        return cluster;
    }

    void start() throws IOException {
        stopForerunner();
        cluster.configure();
        for (int tries = 1; !startedOn(FreePort.ask()); tries++) {
            if (tries == PORT_TRIES) {
                throw new DatabaseUnavailableException("The embedded PostgreSQL found no free port in " + PORT_TRIES + " tries.");
            }
        }
        OwnDatabase.ensure(port, cluster);
        if (options.binariesFolder().equals(options.dataFolder())) {
            PostgresBinaries.sweep(options.dataFolder(), programs.home());
        }
    }

    /** Stops the server of this folder, if one runs; a process that only has its number is never touched. */
    void stop() {
        if (!isServing()) {
            return;
        }
        if (!stopped("fast", FAST_STOP)) {
            LOG.warnf("embedded PostgreSQL did not stop within %s, breaking off; the next start replays its log: folder=%s",
                    FAST_STOP, cluster.folder());
            stopped("immediate", IMMEDIATE_STOP);
        }
    }

    private void stopForerunner() throws IOException {
        if (isServing()) {
            LOG.warnf("a PostgreSQL that outlived its service is stopped: folder=%s", cluster.folder());
            // no clock runs against us here: what the dead service had committed is flushed in peace
            stopped("fast", START_LIMIT);
        }
        Optional<Postmaster> recorded = Postmaster.recordedIn(cluster.folder());
        if (recorded.isPresent() && recorded.get().numberIsTaken()) {
            recorded.get().disown();
        }
    }

    private boolean isServing() {
        try {
            return Postmaster.recordedIn(cluster.folder()).filter(Postmaster::isServing).isPresent();
        } catch (IOException e) {
            LOG.warnf("postmaster.pid cannot be read: folder=%s cause=%s", cluster.folder(), e);
            return false;
        }
    }

    private boolean stopped(String mode, Duration limit) {
        return programs.exitCode(logs.resolve("postgresql-stop.log"), limit.plusSeconds(1), "pg_ctl", "stop",
                "-D", cluster.folder().toString(), "-m", mode, "-w", "-t", Long.toString(limit.toSeconds())) == 0;
    }

    /** @return false when somebody took the port between our asking for it and the server's taking it */
    private boolean startedOn(int candidate) throws IOException {
        Path start = logs.resolve("postgresql-start.log");
        Files.deleteIfExists(start);
        FileTime begun = Files.getLastModifiedTime(Files.createFile(start));
        programs.account().own(start);
        String settings = "-p " + candidate + (options.durable() ? "" : " -c fsync=off -c full_page_writes=off");
        int exit = programs.exitCode(logs.resolve("postgresql-pg_ctl.log"), START_LIMIT.plusSeconds(10), "pg_ctl", "start",
                "-D", cluster.folder().toString(), "-l", start.toString(), "-o", settings,
                "-w", "-t", Long.toString(START_LIMIT.toSeconds()));
        if (exit == 0) {
            port = candidate;
            return true;
        }
        if (FreePort.isFree(candidate)) {
            throw new DatabaseUnavailableException("The embedded PostgreSQL in " + cluster.folder()
                    + " did not start; its last words:\n" + lastWords(begun));
        }
        return false;
    }

    /** Of the server's first words and of its log: only what was written in this start. */
    private String lastWords(FileTime begun) throws IOException {
        StringBuilder words = new StringBuilder();
        for (Path log : Folders.entries(logs, "postgresql-")) {
            if (log.toString().matches(SERVER_LOGS) && Files.getLastModifiedTime(log).compareTo(begun) >= 0) {
                List<String> lines = Files.readAllLines(log, UTF_8);
                words.append(String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()))).append('\n');
            }
        }
        return words.toString().strip();
    }
}
