package org.envdisclosure.platform.access;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.envdisclosure.platform.problem.ProblemType;
import org.hibernate.reactive.mutiny.Mutiny;

/** The keys there are. */
@ApplicationScoped
public class KeyRing {

    // the moment of use is for people, so once a minute is exact enough and a busy feed does not write a row a request
    private static final String USE = """
            WITH used AS (
                UPDATE api_key SET last_used_at = now()
                 WHERE hash = $1 AND revoked_at IS NULL AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute'))
            SELECT name, role FROM api_key WHERE hash = $1 AND revoked_at IS NULL
            """;

    private final Pool pool;
    private final Mutiny.SessionFactory sessions;
    private final Clock clock;

    KeyRing(Pool pool, Mutiny.SessionFactory sessions, Clock clock) {
        this.pool = pool;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Who holds a key, and what it allows. */
    public record Holder(String name, Role role) {
    }

    /** A key just made; its text is shown this once. */
    public record Made(ApiKey key, String secret) {
    }

    /**
     * Whose key the request came with.
     *
     * @throws IllegalStateException when the method needs no key
     */
    public static Holder holderOf(RoutingContext request) {
        Holder holder = request.get(KeyCheck.HOLDER);
        if (holder == null) {
            throw new IllegalStateException("no key was asked for");
        }
        return holder;
    }

    Uni<Optional<Holder>> holder(String secret) {
        return pool.preparedQuery(USE).execute(Tuple.of(SecretText.hash(secret))).map(KeyRing::holder);
    }

    private static Optional<Holder> holder(RowSet<Row> rows) {
        for (Row row : rows) {
            return Optional.of(new Holder(row.getString(0), Role.valueOf(row.getString(1).toUpperCase(Locale.ROOT))));
        }
        return Optional.empty();
    }

    Uni<Made> make(String name, Role role) {
        String secret = SecretText.create();
        ApiKey key = new ApiKey();
        key.id = UUID.randomUUID();
        key.name = name;
        key.role = role.wire();
        key.prefix = SecretText.prefix(secret);
        key.hash = SecretText.hash(secret);
        key.createdAt = clock.instant();
        return sessions.withTransaction(session -> session.persist(key)).replaceWith(new Made(key, secret));
    }

    Uni<List<ApiKey>> all() {
        return sessions.withSession(session -> session.createSelectionQuery("FROM ApiKey ORDER BY createdAt, id", ApiKey.class).getResultList());
    }

    /** Revokes a key; one that was revoked before keeps its moment. */
    Uni<ApiKey> revoke(UUID id) {
        return sessions.withTransaction(session -> session.find(ApiKey.class, id)
                .onItem().ifNull().failWith(() -> ProblemType.NOT_FOUND.because("没有密钥 " + id, "there is no key " + id))
                .invoke(key -> key.revokedAt = key.revokedAt == null ? clock.instant() : key.revokedAt));
    }
}
