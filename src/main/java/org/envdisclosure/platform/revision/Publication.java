package org.envdisclosure.platform.revision;

import java.time.Duration;

/**
 * The short time between the stamp of a revision and the end of its commit, in which it has a moment but nobody can see it yet.
 *
 * <p>Whoever publishes holds a lock from before the stamp until commit; whoever asks what was newest at a moment just gone waits for
 * it first, and so never gives an answer that a commit under way would change. One lock for all datasets, so that their moments rise
 * together in the order of their commits. It is taken last and waits for nothing, so it is part of no deadlock; reads without a
 * moment never look at it.
 */
final class Publication {

    private static final long LOCK = 0x656e_7664_2d70_7562L;
    /** A service that stops between stamp and commit loses its transaction after this. */
    private static final Duration LONGEST = Duration.ofMinutes(1);
    /** Moments this far back are out of reach of any publication under way. */
    private static final Duration SETTLED = LONGEST.multipliedBy(2);

    /** For whoever publishes, before the stamp; one row. */
    static final String BEGIN = "SELECT set_config('idle_in_transaction_session_timeout', '%d', true) FROM pg_advisory_xact_lock(%d)"
            .formatted(LONGEST.toMillis(), LOCK);

    /**
     * For whoever asks about the moment {@code $1}: the time of the database, and whether no publication that began before it is under
     * way. It only tries: who waited inside the database would keep a connection from every other read. What is then published can
     * only be seen by another statement.
     */
    static final String SETTLE = """
            WITH asked AS MATERIALIZED (SELECT clock_timestamp() AS database_time)
            SELECT database_time,
                   $1 <= database_time - interval '%d seconds' OR pg_try_advisory_xact_lock_shared(%d) AS settled
              FROM asked
            """.formatted(SETTLED.toSeconds(), LOCK);

    private Publication() {
    }
}
