package org.envdisclosure.platform.ingest;

import io.quarkus.logging.Log;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * What is sent to the database while the next rows are read: one thing at a time, in order, so that at most one waits in memory
 * beside the one that is being collected. Whoever uses the connection for something else waits with {@link #settle} first.
 */
final class CopyLane implements AutoCloseable {

    /** Something that uses the connection. */
    @FunctionalInterface
    interface Work {
        void run() throws SQLException, IOException;
    }

    private @Nullable FutureTask<Void> under;

    /** Begins the work once the work before it is done. */
    void begin(Work work) throws SQLException, IOException {
        settle();
        FutureTask<Void> task = new FutureTask<>(() -> {
            work.run();
            return null;
        });
        under = task;
        // one for each megabyte: starting it costs nothing beside what it does, and a small batch needs none
        Thread thread = new Thread(task, Thread.currentThread().getName() + " copy");
        thread.setDaemon(true);
        thread.start();
    }

    /** Waits until nothing is under way; what went wrong there is thrown here. */
    void settle() throws SQLException, IOException {
        FutureTask<Void> task = under;
        under = null;
        if (task == null) {
            return;
        }
        try {
            task.get();
        } catch (InterruptedException stopping) {
            under = task;
            Thread.currentThread().interrupt();
            throw new SQLException("the service stops while a batch is read", stopping);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof SQLException sql) {
                throw sql;
            } else if (failure.getCause() instanceof IOException io) {
                throw io;
            }
            throw new IllegalStateException(failure.getCause());
        }
    }

    /** Waits for what is under way, however it ends: the connection must be free when it is given back. */
    @Override
    public void close() {
        FutureTask<Void> task = under;
        under = null;
        boolean interrupted = false;
        while (task != null) {
            try {
                task.get();
                task = null;
            } catch (InterruptedException stopping) {
                interrupted = true;
            } catch (ExecutionException failure) {
                Log.warnf(failure.getCause(), "what a batch had sent failed while the batch was given up");
                task = null;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
