package org.envdisclosure.platform.database;

import io.quarkus.runtime.Application;
import java.time.Duration;

/** Shut-down hooks run side by side; the database's must come after the service has let go of its connections. */
final class ServiceStop {

    /** Of the 10 s that a TERM may take; the rest is the database's. A service that hangs loses its connections then. */
    private static final Duration LONGEST = Duration.ofSeconds(4);

    private ServiceStop() {
    }

    static void await() {
        Application application = Application.currentApplication();
        if (application == null) {
            return;
        }
        Thread waiting = new Thread(application::awaitShutdown, "wait for the service to stop");
        waiting.setDaemon(true);
        waiting.start();
        try {
            waiting.join(LONGEST.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
