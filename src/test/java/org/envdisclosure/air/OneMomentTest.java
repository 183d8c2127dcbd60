package org.envdisclosure.air;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.envdisclosure.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;

/** An entry of the register and what rests on it are published at one moment, so that no instant lies between them. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class OneMomentTest {

    @Inject
    AgroalDataSource database;

    @Test
    void a_put_publishes_the_register_and_all_that_rests_on_it_at_one_moment() throws SQLException {
        given().header("X-API-Key", TestDatabase.ADMIN_KEY).contentType("application/json")
                .body("{\"name\":\"one moment\",\"city_code\":\"995500\",\"city_name\":\"moment city\",\"valid_from\":\"2026-01-01\"}")
                .put("/api/v1/air/stations/MOMENT1A").then().statusCode(201);

        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT count(*), count(DISTINCT published_at), string_agg(dataset, ' ' ORDER BY dataset) FROM dataset_revision
                         WHERE batch_id = (SELECT batch_id FROM air_stations WHERE station_code = 'MOMENT1A')
                        """)) {
            row.next();
            assertThat(row.getString(3).split(" ")).contains("air-cities-hourly", "air-hourly", "air-stations");
            assertThat(row.getLong(1)).isGreaterThanOrEqualTo(3);
            assertThat(row.getLong(2)).isEqualTo(1);
        }
    }
}
