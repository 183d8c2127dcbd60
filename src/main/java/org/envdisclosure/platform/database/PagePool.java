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
 * The reactive pool, with what its settings cannot say. Waits are shorter: the client's defaults are a minute to connect and half a
 * minute for a free connection. Long statements are kept ready too: the client forgets those of more than 2048 characters, and
 * PostgreSQL then parses and plans them at every request, which costs several times what the rows cost.
 * The client's idle timeouts are left alone: a connection closed by one forgets the statements it was asked, and their callers
 * wait for ever (Vert.x 4.5.25).
 */
@Singleton
public class PagePool implements PgPoolCreator {

    /** To open a connection; on a healthy network it takes milliseconds. */
    private static final Duration CONNECT = Duration.ofSeconds(3);
    /** For a connection that is free; a request that waited so long is better told to come again than left in the queue. */
    private static final Duration FREE_CONNECTION = Duration.ofSeconds(4);
    /** The longest statement kept ready, in characters. */
    private static final int LONGEST_KEPT = 32 * 1024;
    /** How many are kept on each connection: every {@code fields=} is another statement, and PostgreSQL holds a plan for each. */
    private static final int KEPT = 64;

    private volatile PgConnectOptions server = new PgConnectOptions();

    /** Where the database is, for a connection beside the pool. */
    public PgConnectOptions server() {
        return new PgConnectOptions(server);
    }

    @Override
    public Pool create(Input input) {
        for (PgConnectOptions server : input.pgConnectOptionsList()) {
            this.server = server;
            server.setConnectTimeout((int) CONNECT.toMillis());
            server.setTcpKeepAlive(true);
            server.setPreparedStatementCacheSqlLimit(LONGEST_KEPT).setPreparedStatementCacheMaxSize(KEPT);
        }
        input.poolOptions().setConnectionTimeout((int) FREE_CONNECTION.toSeconds()).setConnectionTimeoutUnit(TimeUnit.SECONDS);
        return PgBuilder.pool().with(input.poolOptions()).connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList())).using(input.vertx()).build();
    }
}
