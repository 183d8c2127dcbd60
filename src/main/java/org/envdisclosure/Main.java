package org.envdisclosure;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.envdisclosure.cli.CommandLineEntry;
import org.envdisclosure.platform.database.DatabaseSettings;
import org.envdisclosure.platform.database.DatabaseUnavailableException;
import org.envdisclosure.platform.database.RunningDatabase;
import org.envdisclosure.platform.database.SettingException;
import org.envdisclosure.platform.web.Unroutable;

/** Where it begins: a command where there are arguments, else the service, whose database must answer before Quarkus reads its datasources. */
@QuarkusMain
public final class Main {

    /** What Quarkus generates at build time; its initialisation is the part of the start that could be done then. */
    private static final String STATIC_INIT = "io.quarkus.runner.ApplicationImpl";
    private static final int FAILED = 1;
    private static final int WRONG_SETTING = 2;

    Main() {
    }

    public static void main(String[] args) {
        // Java 21 and later log every exit, and the first who logs decides by whom; Quarkus wants it to be its own
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        // pictures are drawn in memory; a service started from a desktop must not ask for its screen
        System.setProperty("java.awt.headless", "true");
        if (args.length > 0) {
            // a command talks to a running service; it starts neither HTTP nor database
            System.exit(CommandLineEntry.run(args));
        }
        System.setProperty(Unroutable.WITHOUT_URI_CHECK, "true");
        prepareQuarkus();
        try (RunningDatabase database = DatabaseSettings.from(System.getenv()).open()) {
            database.url().quarkusProperties().forEach(System::setProperty);
            System.setProperty("envd.database.embedded", String.valueOf(database.isEmbedded()));
            Quarkus.run(args);
        } catch (SettingException e) {
            end(WRONG_SETTING, e);
        } catch (DatabaseUnavailableException e) {
            end(FAILED, e);
        }
    }

    /**
     * Does what of Quarkus' start needs no settings, a second's work, while PostgreSQL starts. It is the initialisation of a class, so Quarkus waits
     * for its end by the class's own lock, and says itself what is wrong when there is no such class.
     */
    private static void prepareQuarkus() {
        Thread ahead = new Thread(() -> {
            try {
                Class.forName(STATIC_INIT, true, Thread.currentThread().getContextClassLoader());
            } catch (ClassNotFoundException toldByQuarkus) {
                // Quarkus.run looks for it again
            }
        }, "prepare Quarkus");
        ahead.setDaemon(true);
        ahead.start();
    }

    /** On plain standard error: the log is not set up yet, and an operator should see one sentence, not a stack. */
    private static void end(int exitCode, RuntimeException reason) {
        System.err.println(reason.getMessage());
        System.exit(exitCode);
    }
}
