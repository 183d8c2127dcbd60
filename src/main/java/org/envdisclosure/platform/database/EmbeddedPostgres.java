package org.envdisclosure.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * PostgreSQL on the files of the data folder, started with the service and stopped with it. A server that an earlier service
 * left behind when it was killed is stopped and started anew, not adopted: so nothing of the dead service is still being
 * written when the new one reads, and this version's programs and settings are the ones that run.
 */
final class EmbeddedPostgres implements RunningDatabase {

    private static final Logger LOG = Logger.getLogger(EmbeddedPostgres.class);

    /** pg_ctl writes the paths between double quotes into a command for the shell. */
    private static final Pattern NOT_FOR_A_SHELL = Pattern.compile("[\"$`]");

    private final FolderLock lock;
    private final EmbeddedServer server;
    private final Thread shutdownHook;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedPostgres(FolderLock lock, EmbeddedServer server) {
        this.lock = lock;
        this.server = server;
        this.shutdownHook = new Thread(this::stopAfterTheService, "stop embedded PostgreSQL");
    }

    /** @throws DatabaseUnavailableException when it does not start, or another service has the folder; nothing is left running */
    static EmbeddedPostgres start(EmbeddedOptions options) {
        long begun = System.nanoTime();
        Path folder = made(options.dataFolder());
        FolderLock lock = FolderLock.take(folder);
        try {
            EmbeddedServer server = EmbeddedServer.on(
                    new EmbeddedOptions(folder, made(options.binariesFolder()), options.durable()));
            EmbeddedPostgres postgres = new EmbeddedPostgres(lock, server);
            // before the server runs, so that a TERM in the middle of its start stops it as well
            Runtime.getRuntime().addShutdownHook(postgres.shutdownHook);
            postgres.startServer();
            LOG.infof("embedded PostgreSQL started: folder=%s port=%d took=%d ms", server.cluster().folder(), server.port(),
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
            return postgres;
        } catch (IOException e) {
            lock.close();
            throw new DatabaseUnavailableException("The embedded PostgreSQL in " + folder + " cannot be started: " + e, e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private void startServer() throws IOException {
        try {
            server.start();
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private static Path made(Path folder) {
        try {
            Path made = Files.createDirectories(folder).toRealPath();
            if (NOT_FOR_A_SHELL.matcher(made.toString()).find()) {
                throw new DatabaseUnavailableException("The data folder " + made + " has one of \" $ ` in its path, which"
                        + " PostgreSQL's start does not bear. Name another with " + DatabaseSettings.DATA_FOLDER + ".");
            }
            return made;
        } catch (IOException e) {
            throw new DatabaseUnavailableException("The data folder " + folder + " cannot be made: " + e
                    + ". Name a folder the service may write to with " + DatabaseSettings.DATA_FOLDER + ".", e);
        }
    }

    @Override
    public DatabaseUrl url() {
        return OwnDatabase.url(server.port(), server.cluster());
    }

    DatabaseUrl administratorUrl() {
        return OwnDatabase.administrator(server.port(), server.cluster());
    }

    Path clusterFolder() {
        return server.cluster().folder();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try {
                server.stop();
            } finally {
                lock.close();
                forgetHook();
            }
        }
    }

    private void stopAfterTheService() {
        ServiceStop.await();
        close();
    }

    private void forgetHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(shutdownHook);
        } catch (IllegalStateException e) {
            // the shut-down is under way, and this may be the hook itself
        }
    }
}
