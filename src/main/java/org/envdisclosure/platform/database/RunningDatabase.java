package org.envdisclosure.platform.database;

/** A database the service may connect to. */
public interface RunningDatabase extends AutoCloseable {

    /** Where it answers, and as whom to ask. */
    DatabaseUrl url();

    /** Whether it was started for this service alone. */
    default boolean isEmbedded() {
        return true;
    }

    /** Stops what was started for this service, within 6 s; somebody else's server is left alone. A second call does nothing. */
    @Override
    void close();
}
