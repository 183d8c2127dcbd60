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

    /** For whoever publishes, before the stamp; one row. */
    static final String BEGIN = "SELECT set_config('idle_in_transaction_session_timeout', '%d', true) FROM pg_advisory_xact_lock(%d)"
            .formatted(LONGEST.toMillis(), LOCK);

    /**
     * For whoever asks about the moment {@code $1}: the time of the database, and whether no publication that began before it is under
     * way, however long its commit takes (one that waits for a standby is bounded by nothing). It only tries: who waited inside the database would keep a connection from every other read. What is then published can
     * only be seen by another statement.
     */
    static final String SETTLE = """
            WITH asked AS MATERIALIZED (SELECT clock_timestamp() AS database_time)
            SELECT database_time,
                   coalesce(pg_try_advisory_xact_lock_shared(%1$d) OR $1 < (
                       SELECT min(a.xact_start) FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
                        WHERE l.locktype = 'advisory' AND l.granted AND l.mode = 'ExclusiveLock'
                          AND l.classid = %2$d AND l.objid = %3$d AND l.objsubid = 1), false) AS settled
              FROM asked
            """.formatted(LOCK, LOCK >>> Integer.SIZE, LOCK & 0xFFFF_FFFFL);

    private Publication() {
    }
}
