package org.envdisclosure.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.water.WaterService.get;
import static org.envdisclosure.water.WaterService.json;
import static org.envdisclosure.water.WaterService.post;
import static org.envdisclosure.water.WaterService.reading;
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
import org.envdisclosure.platform.database.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was downloaded and is sent again changes nothing, whatever is said of its values, and what was kept beside them stays. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class RoundTripTest {

    private static final String FEED = """
            file_date,province,basin,section,time_mmdd_hhmm,class,pH,pH_raw,DO,DO_raw,CODMn,CODMn_raw,NH3,NH3_raw,TP,TP_raw,chl,chl_raw,status
            2026-05-01,往省,往流域,%s,05-01 08:00,Ⅱ,7.50,7.502,8.0,8.01,2.5,2.49,0.20,0.2004,0.060,0.0602,0.004,0.0043,%s""";

    private static @Nullable String kept(String table, String code) throws SQLException {
        try (Connection connection = Arc.container().instance(AgroalDataSource.class).get().getConnection();
                PreparedStatement select = connection.prepareStatement("SELECT received_text FROM " + table + " WHERE section_code = ?")) {
            select.setString(1, code);
            try (ResultSet row = select.executeQuery()) {
                assertThat(row.next()).isTrue();
                return row.getString(1);
            }
        }
    }

    /** Downloads the section's rows in each form and sends them as they are. */
    private static void changesNothing(String path, String code) {
        String before = reading().get(path + "?section=" + code).jsonPath().getString("data");
        JsonPath csv = json(post(path, "text/csv", reading().get(path + "?section=" + code + "&format=csv").asString()));
        JsonPath ndjson = json(post(path, "application/x-ndjson", reading().get(path + "?section=" + code + "&format=ndjson").asString()));

        assertThat(csv.getMap("")).as("CSV").containsEntry("received", 1).containsEntry("unchanged", 1).containsEntry("revision", null);
        assertThat(ndjson.getMap("")).as("NDJSON").containsEntry("received", 1).containsEntry("unchanged", 1).containsEntry("revision", null);
        assertThat(reading().get(path + "?section=" + code).jsonPath().getString("data")).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "none", value = {
        "missing         | '\"nh3n\":\"--\"'    | none",
        "not_monitored   | '\"nh3n\":\"/\"'     | none",
        "negative        | '\"nh3n\":-0.2'      | {\"nh3n\":\"-0.2\"}",
        "out_of_range    | '\"nh3n\":10001'     | {\"nh3n\":\"10001\"}",
        "not_a_number    | '\"nh3n\":\"trace\"' | {\"nh3n\":\"trace\"}",
        "below_detection | '\"nh3n\":\"ND\"'    | none",
        "below_detection | '\"nh3n\":\"0.025L\"' | none",
        "maintenance     | '\"nh3n\":\"--\",\"station_state\":\"maintenance\"' | none",
        "stopped         | '\"nh3n\":0.2,\"station_state\":\"stopped\"' | none",
        "maintenance     | '\"nh3n\":0,\"station_state\":\"maintenance\"' | {\"nh3n\":\"0\"}",
        "suspect         | '\"nh3n\":0.2,\"flags\":[\"nh3n:suspect\"]' | none",
        "suspect         | '\"nh3n\":null,\"flags\":[\"nh3n:suspect\"]' | none",
        "calibration     | '\"nh3n\":0.2,\"flags\":[\"nh3n:calibration\"]' | none",
        "exceptional_event | '\"nh3n\":0.2,\"flags\":[\"nh3n:exceptional_event\"]' | none"})
    void a_reading_with_anything_said_of_a_value(String reason, String members, @Nullable String text) throws SQLException {
        comesBackAs("readings", "wb-" + Integer.toHexString(members.hashCode()), reason, members, text);
    }

    private static void comesBackAs(String what, String code, String reason, String members, @Nullable String text) throws SQLException {
        take("/water/sections", section(code, "river", ""));
        take("/water/" + what, sampling(code, "2026-05-06T08:00:00+08:00").replace("\"nh3n\":0.2", members));
        assertThat(get("/water/" + what + "?section=" + code).getList("data[0].flags", String.class)).contains("nh3n:" + reason);

        changesNothing("/water/" + what, code);
        assertThat(kept("water_" + what, code)).isEqualTo(text);
    }

    @Test
    void a_state_nobody_knows_stays_unknown_and_brings_no_class() throws SQLException {
        take("/water/sections", section("wb-state", "river", ""));
        take("/water/readings", sampling("wb-state", "2026-05-06T08:00:00+08:00").replace("}", ",\"station_state\":\"testing\"}"));

        changesNothing("/water/readings", "wb-state");
        assertThat(get("/water/readings?section=wb-state").getMap("data[0]")).containsEntry("station_state", null).containsEntry("water_class", null);
        assertThat(kept("water_readings", "wb-state")).isEqualTo("{\"station_state\":\"testing\"}");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"正常", "维护", "调试"})
    void a_reading_of_the_feed_keeps_what_was_shown(String state) throws SQLException {
        String name = "往断面" + state;
        assertThat(post("/water/readings?layout=cnemc-water", "text/csv", FEED.formatted(name, state)).statusCode()).isEqualTo(200);
        String code = get("/water/sections?province=%E5%BE%80%E7%9C%81").getList("data.findAll { it.name == '" + name + "' }.section_code", String.class).get(0);

        changesNothing("/water/readings", code);
        assertThat(kept("water_readings", code)).contains("\"tp_shown\":\"0.060\"");
        assertThat(post("/water/readings?layout=cnemc-water", "text/csv", FEED.formatted(name, state)).jsonPath().getInt("unchanged")).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "none", value = {
        "missing         | '\"nh3n\":\"--\"'     | none",
        "not_monitored   | '\"nh3n\":\"/\"'      | none",
        "negative        | '\"nh3n\":-0.2'       | {\"nh3n\":\"-0.2\"}",
        "out_of_range    | '\"nh3n\":10001'      | {\"nh3n\":\"10001\"}",
        "not_a_number    | '\"nh3n\":\"trace\"'  | {\"nh3n\":\"trace\"}",
        "below_detection | '\"nh3n\":\"ND\"'     | none",
        "below_detection | '\"nh3n\":\"0.025L\"' | none",
        "suspect         | '\"nh3n\":0.2,\"flags\":[\"nh3n:suspect\"]' | none",
        "suspect         | '\"nh3n\":null,\"flags\":[\"nh3n:suspect\"]' | none"})
    void a_sample_with_anything_said_of_a_value(String reason, String members, @Nullable String text) throws SQLException {
        comesBackAs("samples", "wbs-" + Integer.toHexString(members.hashCode()), reason, members, text);
    }

    @Test
    void another_text_is_a_correction_and_so_is_a_value_without_one() throws SQLException {
        take("/water/sections", section("wb-other", "river", ""));
        String row = sampling("wb-other", "2026-05-06T08:00:00+08:00").replace("\"nh3n\":0.2", "\"nh3n\":\"trace\"");
        take("/water/readings", row);

        assertThat(take("/water/readings", row.replace("trace", "spur")).getMap("")).containsEntry("corrected", 1);
        assertThat(kept("water_readings", "wb-other")).isEqualTo("{\"nh3n\":\"spur\"}");
        assertThat(take("/water/readings", row.replace("\"trace\"", "0.2")).getMap("")).containsEntry("corrected", 1);
        assertThat(kept("water_readings", "wb-other")).isNull();
    }
}
