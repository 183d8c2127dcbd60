package org.envdisclosure.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.water.AssessedWater.rows;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.envdisclosure.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;

/** What a start with other settings leaves in the queue; nobody else gets to see it. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class ChangedSettingsTest {

    @Inject
    AgroalDataSource database;

    @Inject
    WaterConfig water;

    @Inject
    AssessmentConfig assessments;

    @Test
    void all_that_stands_is_queued_once_when_the_settings_are_others() throws SQLException {
        AssessedWater section = new AssessedWater("wg-settings");
        section.sections("river", "a");
        section.sample("a", "2026-03-10", "0.4");
        rows("section=wg-settings-a");

        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            String settings = AssessmentSettingsText.of(water, assessments);
            assertThat(ChangedSettings.follow(connection, settings)).isZero();
            assertThat(ChangedSettings.follow(connection, settings + " more")).isGreaterThanOrEqualTo(9);
            assertThat(queued(connection)).containsExactly("month|basin|wg-settings-basin 2026-03-01", "month|river|wg-settings-basin/wg-settings-river 2026-03-01",
                    "month|section|wg-settings-a 2026-03-01", "quarter|basin|wg-settings-basin 2026-01-01", "quarter|river|wg-settings-basin/wg-settings-river 2026-01-01",
                    "quarter|section|wg-settings-a 2026-01-01", "year|basin|wg-settings-basin 2026-01-01", "year|river|wg-settings-basin/wg-settings-river 2026-01-01",
                    "year|section|wg-settings-a 2026-01-01");
            assertThat(ChangedSettings.follow(connection, settings + " more")).isZero();
            connection.rollback();
        }
    }

    private static List<String> queued(Connection connection) throws SQLException {
        List<String> queued = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(
                "SELECT bucket_key || ' ' || bucket_day FROM rollup_queue WHERE bucket_key LIKE '%|wg-settings-%' ORDER BY 1")) {
            while (row.next()) {
                queued.add(row.getString(1));
            }
        }
        return queued;
    }
}
