package org.envdisclosure.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class MigrationsAtStartTest {

    private static final String MIGRATED = """
            SELECT current_database() || ' ' || script
              FROM flyway_history_platform
             WHERE version = '1'
               AND success
            """;

    @Inject
    AgroalDataSource jdbc;

    @Inject
    Pool reactive;

    @Test
    void when_the_service_answers_both_clients_see_the_one_migrated_database() throws SQLException {
        String byJdbc;
        try (Connection connection = jdbc.getConnection(); Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(MIGRATED)) {
            rows.next();
            byJdbc = rows.getString(1);
        }
        String byReactiveClient = reactive.query(MIGRATED).executeAndAwait().iterator().next().getString(0);

        assertThat(byJdbc).matches("env_disclosure_test_\\d+_\\d+ V1__revisions_batches_and_keys.sql");
        assertThat(byReactiveClient).isEqualTo(byJdbc);
    }
}
