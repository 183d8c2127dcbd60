package org.envdisclosure.platform.revision;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.envdisclosure.platform.database.TestDatabase;
import org.envdisclosure.platform.sql.Transactions;
import org.junit.jupiter.api.Test;

/** The clocks of service and database differ, as clocks do. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class RevisionMomentsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Pool pool;

    @Inject
    Transactions transactions;

    private Optional<Long> newestAt(Clock service, String dataset, Instant moment) {
        return new RevisionMoments(pool, service).newestAt(dataset, moment).await().atMost(PATIENCE);
    }

    /** A revision as a database whose clock is {@code ahead} would have stamped it; the heads of other datasets are left alone. */
    private Instant published(String dataset, Duration ahead) throws SQLException {
        return transactions.run(connection -> {
            try (var insert = connection.prepareStatement("""
                    WITH moment AS (SELECT clock_timestamp() + ?::interval AS at),
                         head AS (INSERT INTO dataset_head SELECT ?, 1, at FROM moment RETURNING dataset, revision, published_at)
                    INSERT INTO dataset_revision SELECT dataset, revision, published_at, NULL FROM head RETURNING published_at
                    """)) {
                insert.setString(1, ahead.toMillis() + " milliseconds");
                insert.setString(2, dataset);
                try (var row = insert.executeQuery()) {
                    row.next();
                    return row.getTimestamp(1).toInstant();
                }
            }
        });
    }

    @Test
    void what_was_published_is_past_though_the_service_has_an_earlier_clock() throws SQLException {
        Instant published = published("probe-behind", Duration.ZERO);
        Clock behind = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-10));

        assertThat(newestAt(behind, "probe-behind", published)).contains(1L);
        assertThat(newestAt(behind, "probe-behind", published.minus(1, ChronoUnit.MICROS))).contains(0L);
    }

    @Test
    void what_was_published_is_past_though_the_database_set_its_clock_back_since() throws SQLException {
        Instant published = published("probe-ahead", Duration.ofMinutes(5));

        try {
            assertThat(newestAt(Clock.systemUTC(), "probe-ahead", published)).contains(1L);
            assertThat(newestAt(Clock.systemUTC(), "probe-ahead", published.plus(1, ChronoUnit.MICROS))).isEmpty();
        } finally {
            // no later revision of any dataset is to be stamped five minutes ahead
            transactions.run(connection -> connection.prepareStatement("DELETE FROM dataset_head WHERE dataset = 'probe-ahead'").executeUpdate());
        }
    }

    @Test
    void a_moment_the_database_has_not_reached_is_waited_for_when_it_is_near() throws SQLException {
        published("probe-near", Duration.ZERO);
        Clock ahead = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(10));
        Instant near = Instant.now().plusMillis(700);

        assertThat(newestAt(ahead, "probe-near", near)).contains(1L);
        assertThat(Instant.now()).isAfter(near);
        assertThat(newestAt(ahead, "probe-near", Instant.now().plusSeconds(8))).isEmpty();
        assertThat(newestAt(Clock.systemUTC(), "probe-near", Instant.now().plusSeconds(2))).isEmpty();
    }
}
