package org.envdisclosure.platform.database;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The reactive pool with an end to every wait: the client's defaults are a minute for a connection and for ever for an answer. */
@Singleton
class BoundedWaiting implements PgPoolCreator {

    /** To open a connection; on a healthy network it takes milliseconds. */
    private static final Duration CONNECT = Duration.ofSeconds(3);
    /** For a connection that is free; a request that waited so long is better told to come again than left in the queue. */
    private static final Duration FREE_CONNECTION = Duration.ofSeconds(4);
    /** Longer than statement_timeout (application.properties): a server that is silent beyond it is gone, or the way to it is. */
    private static final Duration SILENCE = Duration.ofSeconds(25);

    @Override
    public Pool create(Input input) {
        for (PgConnectOptions server : input.pgConnectOptionsList()) {
            server.setConnectTimeout((int) CONNECT.toMillis());
            server.setTcpKeepAlive(true);
            server.setReadIdleTimeout((int) SILENCE.toSeconds());
            server.setIdleTimeoutUnit(TimeUnit.SECONDS);
        }
        input.poolOptions().setConnectionTimeout((int) FREE_CONNECTION.toSeconds()).setConnectionTimeoutUnit(TimeUnit.SECONDS);
        return PgBuilder.pool().with(input.poolOptions()).connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList())).using(input.vertx()).build();
    }
}
