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

/**
 * The reactive pool with shorter waits: the client's defaults are a minute to connect and half a minute for a free connection.
 * The client's idle timeouts are left alone: a connection closed by one forgets the statements it was asked, and their callers
 * wait for ever (Vert.x 4.5.25).
 */
@Singleton
class BoundedWaiting implements PgPoolCreator {

    /** To open a connection; on a healthy network it takes milliseconds. */
    private static final Duration CONNECT = Duration.ofSeconds(3);
    /** For a connection that is free; a request that waited so long is better told to come again than left in the queue. */
    private static final Duration FREE_CONNECTION = Duration.ofSeconds(4);
    @Override
    public Pool create(Input input) {
        for (PgConnectOptions server : input.pgConnectOptionsList()) {
            server.setConnectTimeout((int) CONNECT.toMillis());
            server.setTcpKeepAlive(true);
        }
        input.poolOptions().setConnectionTimeout((int) FREE_CONNECTION.toSeconds()).setConnectionTimeoutUnit(TimeUnit.SECONDS);
        return PgBuilder.pool().with(input.poolOptions()).connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList())).using(input.vertx()).build();
    }
}
