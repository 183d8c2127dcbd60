package org.envdisclosure.platform.revision;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.mutiny.core.Context;
import io.vertx.mutiny.core.Vertx;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.envdisclosure.platform.problem.ProblemType;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The numbered revisions of a register that is edited entry by entry: what {@link RevisionLedger} is for batches, in one
 * transaction of Hibernate Reactive.
 *
 * <p>The edits of one replica queue up before they take a connection: they would only wait for the same lock, and the pool they
 * would wait with is the one every small read needs.
 */
@ApplicationScoped
public class ReactiveLedger {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String BOUND_THE_WAIT = "SELECT set_config('lock_timeout', '%d', true)".formatted(PATIENCE.toMillis());

    private final Mutiny.SessionFactory sessions;
    private final Vertx vertx;
    private final RevisionBoard board;

    ReactiveLedger(Mutiny.SessionFactory sessions, Vertx vertx, RevisionBoard board) {
        this.sessions = sessions;
        this.vertx = vertx;
        this.board = board;
    }

    /**
     * One change in its transaction; the datasets are locked until commit.
     *
     * @param session of the transaction
     * @param dataset what changes
     * @param next    by dataset, the number its next revision will have
     */
    public record Change(Mutiny.Session session, String dataset, Map<String, Long> next) {

        /** The number the change will have. */
        public long revision() {
            return next.get(dataset);
        }

        /**
         * Publishes the revision with the commit that follows, and then one of each dataset that rests on this one; see
         * {@link RevisionLedger#touch}.
         */
        public Uni<Void> stamp(UUID batch) {
            List<String> resting = next.keySet().stream().filter(other -> !other.equals(dataset)).toList();
            return session.createNativeQuery(Publication.BEGIN, String.class).getSingleResult()
                    .chain(() -> stamp(dataset, batch))
                    .chain(() -> Multi.createFrom().iterable(resting)
                            .onItem().transformToUniAndConcatenate(other -> stamp(other, batch).chain(() -> markEveryMonth(other)))
                            .collect().last())
                    .chain(() -> Multi.createFrom().iterable(next.keySet())
                            .onItem().transformToUniAndConcatenate(stamped -> execute(RevisionLedger.SAME_MOMENT, stamped))
                            .collect().last())
                    .replaceWithVoid();
        }

        private Uni<Void> stamp(String changed, UUID batch) {
            return execute(RevisionLedger.STAMP, next.get(changed), changed, batch);
        }

        private Uni<Void> markEveryMonth(String touched) {
            return execute(RevisionLedger.MARK_EVERY_MONTH, touched, next.get(touched));
        }

        /**
         * Runs an INSERT, UPDATE or DELETE in the transaction.
         *
         * @param values of its question marks, in order
         */
        public Uni<Void> execute(String statement, Object... values) {
            return ReactiveLedger.execute(session, statement, values);
        }
    }

    /**
     * Does {@code work} under the lock of the dataset and of those that rest on it; after the commit this replica serves the new
     * state.
     */
    public <T> Uni<T> change(String dataset, List<String> restingOnIt, Function<Change, Uni<T>> work) {
        // a body is read on a worker, a session lives on the event loop
        Context loop = Vertx.currentContext();
        Executor onLoop = MutinyHelper.executor(loop == null ? vertx.getOrCreateContext().getDelegate() : loop.getDelegate());
        return vertx.sharedData().getLocalLockWithTimeout("register " + dataset, PATIENCE.toMillis())
                .runSubscriptionOn(onLoop)
                .onFailure().transform(ReactiveLedger::busy)
                .chain(turn -> inTransaction(dataset, restingOnIt, work).onTermination().invoke(turn::release))
                .call(board::catchUp);
    }

    private static Throwable busy(Throwable timeout) {
        return ProblemType.INGEST_BUSY.because("该登记表正在更新，请稍后重发", "the register is being changed; send it again shortly")
                .withHeader("Retry-After", "5");
    }

    private <T> Uni<T> inTransaction(String dataset, List<String> restingOnIt, Function<Change, Uni<T>> work) {
        // one order for everybody, so that two changes cannot wait for each other
        SortedSet<String> locked = new TreeSet<>(restingOnIt);
        locked.add(dataset);
        return sessions.withTransaction(session -> lock(session, locked).chain(next -> work.apply(new Change(session, dataset, next))))
                .onFailure(ReactiveLedger::isLockTimeout).transform(ReactiveLedger::busy);
    }

    private static boolean isLockTimeout(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            // Hibernate tells of it as of a driver of JDBC
            if (cause instanceof PgException refused && RevisionLedger.LOCK_NOT_AVAILABLE.equals(refused.getSqlState())
                    || cause instanceof SQLException told && RevisionLedger.LOCK_NOT_AVAILABLE.equals(told.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static Uni<Map<String, Long>> lock(Mutiny.Session session, SortedSet<String> datasets) {
        return session.createNativeQuery(BOUND_THE_WAIT, String.class).getSingleResult()
                .chain(() -> Multi.createFrom().iterable(datasets)
                        .onItem().transformToUniAndConcatenate(dataset -> lock(session, dataset).map(revision -> Map.entry(dataset, revision + 1)))
                        .collect().asMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Read for what it returns: {@code executeUpdate} leaves an action for the end of the transaction that Hibernate Reactive never
     * runs, and tells of as HHH90010101 whenever a session is closed.
     */
    private static Uni<Void> execute(Mutiny.Session session, String statement, Object... values) {
        Mutiny.SelectionQuery<Integer> query = session.createNativeQuery(statement + " RETURNING 1", Integer.class);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query.getResultList().replaceWithVoid();
    }

    private static Uni<Long> lock(Mutiny.Session session, String dataset) {
        return execute(session, RevisionLedger.ENTER, dataset)
                .chain(() -> session.createNativeQuery(RevisionLedger.LOCK, Long.class).setParameter(1, dataset).getSingleResult());
    }
}
