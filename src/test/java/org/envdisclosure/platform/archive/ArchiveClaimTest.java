package org.envdisclosure.platform.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.platform.archive.ProbedMonth.MARCH;
import static org.envdisclosure.platform.archive.ProbedMonth.execute;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.envdisclosure.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;

/** Two replicas and one month, each with a connection of its own. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class ArchiveClaimTest {

    /** As PostgreSQL's own, but between a statement's snapshot and its lock there is time for as long as somebody holds the gate. */
    private static final String SLOW = """
            CREATE SCHEMA IF NOT EXISTS slow;
            CREATE OR REPLACE FUNCTION slow.pg_try_advisory_xact_lock(key bigint) RETURNS boolean LANGUAGE plpgsql AS $$
            BEGIN
                PERFORM pg_advisory_xact_lock_shared(hashtextextended('gate', 0));
                RETURN pg_catalog.pg_try_advisory_xact_lock(key);
            END $$
            """;

    @Inject
    AgroalDataSource database;

    @Inject
    ArchiveJob job;

    @Test
    void what_another_replica_listed_while_the_claim_was_asked_for_is_not_built_a_second_time() throws Exception {
        // Given
        try (Connection gate = database.getConnection(); Connection late = database.getConnection()) {
            ProbedMonth probe = ProbedMonth.in(gate, "claimed");
            execute(gate, SLOW);
            execute(gate, "SELECT pg_advisory_lock(hashtextextended('gate', 0))");
            execute(late, "SET search_path = slow, pg_catalog, public");
            late.setAutoCommit(false);
            // When
            CompletableFuture<Boolean> second = CompletableFuture.supplyAsync(() -> builds(late, probe));
            awaitAtTheGate(gate);
            assertThat(job.build(probe.dataset(), MARCH)).isTrue();
            execute(gate, "SELECT pg_advisory_unlock(hashtextextended('gate', 0))");
            // Then
            assertThat(second.get(20, TimeUnit.SECONDS)).isFalse();
            late.setAutoCommit(true);
            execute(late, "RESET search_path");
        }
    }

    private boolean builds(Connection connection, ProbedMonth probe) {
        try {
            boolean built = job.build(connection, probe.archived(), MARCH).isPresent();
            connection.commit();
            return built;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void awaitAtTheGate(Connection connection) throws SQLException, InterruptedException {
        try (Statement statement = connection.createStatement()) {
            for (int i = 0; i < 400; i++) {
                try (var waiting = statement.executeQuery("SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND mode = 'ShareLock'")) {
                    if (waiting.next()) {
                        return;
                    }
                }
                Thread.sleep(20);
            }
        }
        throw new AssertionError("nobody came to the gate");
    }
}
