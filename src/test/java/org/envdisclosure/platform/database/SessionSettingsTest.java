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
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class SessionSettingsTest {

    @Inject
    AgroalDataSource batches;

    @Inject
    Pool pages;

    @Test
    void nothing_is_compiled_before_it_runs() throws SQLException {
        try (Connection connection = batches.getConnection(); ResultSet setting = connection.createStatement().executeQuery("SHOW jit")) {
            setting.next();
            assertThat(setting.getString(1)).isEqualTo("off");
        }
        assertThat(pages.query("SHOW jit").execute().await().atMost(Duration.ofSeconds(10)).iterator().next().getString(0)).isEqualTo("off");
    }
}
