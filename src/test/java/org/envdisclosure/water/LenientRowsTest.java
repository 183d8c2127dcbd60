package org.envdisclosure.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.water.WaterService.get;
import static org.envdisclosure.water.WaterService.sampling;
import static org.envdisclosure.water.WaterService.section;
import static org.envdisclosure.water.WaterService.take;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.envdisclosure.platform.database.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Only where and when can refuse a row: whatever else cannot be read is kept as text and flagged, and the values stand. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class LenientRowsTest {

    private static String kept(String table, String code) throws SQLException {
        try (Connection connection = Arc.container().instance(AgroalDataSource.class).get().getConnection();
                PreparedStatement select = connection.prepareStatement("SELECT received_text FROM " + table + " WHERE section_code = ?")) {
            select.setString(1, code);
            try (ResultSet row = select.executeQuery()) {
                assertThat(row.next()).isTrue();
                return String.valueOf(row.getString(1));
            }
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "samples  | \"detection_limit\":[\"tp\"]         | detection_limit:suspect | {\"detection_limit\":\"[\\\"tp\\\"]\"}",
        "samples  | \"detection_limit\":[\"benzene:1\"]  | detection_limit:suspect | {\"detection_limit\":\"[\\\"benzene:1\\\"]\"}",
        "samples  | \"supply_volume\":\"plenty\"        | supply_volume:suspect   | {\"supply_volume\":\"plenty\"}",
        "samples  | \"detection_limit\":[\"tp:0.01L\"]   | detection_limit:suspect | {\"detection_limit\":\"[\\\"tp:0.01L\\\"]\"}",
        "samples  | \"detection_limit\":\"[tp\"          | detection_limit:suspect | {\"detection_limit\":\"[tp\"}",
        "samples  | \"flags\":\"[nh3n\"                  | flags:suspect           | {\"flags\":\"[nh3n\"}",
        "samples  | \"method\":\"a\\u0007b\"             | method:suspect          | {\"method\":\"a\\u0007b\"}",
        "readings | \"flags\":\"[nh3n\"                  | flags:suspect           | {\"flags\":\"[nh3n\"}",
        "readings | \"station_state\":\"a\\u0007b\"      | station_state:suspect   | {\"station_state\":\"a\\u0007b\"}",
        "readings | \"station_state\":\"asleep\"         | station_state:suspect   | {\"station_state\":\"asleep\"}"})
    void what_cannot_be_read_beside_the_values_costs_no_row(String dataset, String member, String flag, String text) throws SQLException {
        String code = "wl-" + Integer.toHexString((dataset + member).hashCode());
        take("/water/sections", section(code, "river", ""));
        take("/water/" + dataset, sampling(code, "2026-05-12T08:00:00+08:00").replace("}", "," + member + "}"));

        JsonPath row = get("/water/" + dataset + "?section=" + code);

        assertThat(row.<Object>get("data[0].tp")).hasToString("0.06");
        assertThat(row.getList("data[0].flags", String.class)).contains(flag);
        assertThat(kept("water_" + dataset, code)).isEqualTo(text);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"samples, method", "readings, station_state", "readings, reported_class"})
    void a_text_without_end_is_kept_by_its_beginning(String dataset, String column) throws SQLException {
        String code = "wl-long-" + column;
        take("/water/sections", section(code, "river", ""));
        take("/water/" + dataset, sampling(code, "2026-05-12T08:00:00+08:00").replace("}", ",\"" + column + "\":\"" + "x".repeat(5000) + "\"}"));

        assertThat(get("/water/" + dataset + "?section=" + code).getMap("data[0]")).containsEntry(column, null);
        assertThat(kept("water_" + dataset, code)).isEqualTo("{\"" + column + "\":\"" + "x".repeat(199) + "…\"}");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {"[\"nh3n:0.02\",\"tp\"] | nh3n:0.02", "[\"tp\",null,\"nh3n:0.02\"] | nh3n:0.02"})
    void the_good_limits_beside_a_bad_one_count(String limits, String shown) {
        String code = "wl-" + Integer.toHexString(limits.hashCode());
        take("/water/sections", section(code, "river", ""));
        take("/water/samples", sampling(code, "2026-05-12T08:00:00+08:00").replace("\"nh3n\":0.2", "\"nh3n\":\"ND\"").replace("}", ",\"detection_limit\":" + limits + "}"));

        JsonPath row = get("/water/samples?section=" + code);

        assertThat(row.<Object>get("data[0].nh3n")).hasToString("0.02");
        assertThat(row.getList("data[0].detection_limit")).isEqualTo(List.of(shown));
        assertThat(row.getList("data[0].flags", String.class)).containsAll(Arrays.asList("nh3n:below_detection", "detection_limit:suspect"));
    }
}
