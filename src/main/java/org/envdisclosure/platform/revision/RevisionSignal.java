package org.envdisclosure.platform.revision;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.pgclient.pubsub.PgSubscriber;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import org.envdisclosure.platform.database.PagePool;
import org.jspecify.annotations.Nullable;

/**
 * Wakes the {@link RevisionBoard} when a revision is committed anywhere, by LISTEN on a connection of its own. Where none can be had,
 * or what stands between swallows notifications as a pooler of transactions does, the board's regular look finds it half a second later.
 */
@ApplicationScoped
class RevisionSignal {

    private static final String CHANNEL = "envd_revision";
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(2);

    private final Vertx vertx;
    private final PagePool pool;
    private final RevisionBoard board;
    private @Nullable PgSubscriber subscriber;

    RevisionSignal(Vertx vertx, PagePool pool, RevisionBoard board) {
        this.vertx = vertx;
        this.pool = pool;
        this.board = board;
    }

    void listen(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER + 1) StartupEvent start) {
        subscriber = PgSubscriber.subscriber(vertx, pool.server())
                .reconnectPolicy(attempt -> BETWEEN_ATTEMPTS.toMillis());
        // what was committed while the line was down nobody told of
        subscriber.channel(CHANNEL).subscribeHandler(listening -> board.wake()).handler(dataset -> board.wake());
        subscriber.connect().onFailure(refused -> Log.warnf("revisions are looked up twice a second, LISTEN failed: %s", refused.getMessage()));
    }

    void stop(@Observes ShutdownEvent stop) {
        if (subscriber != null) {
            subscriber.close();
        }
    }
}
