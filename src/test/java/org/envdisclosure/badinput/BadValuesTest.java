package org.envdisclosure.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.envdisclosure.platform.database.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values nobody measured: the row is kept, the value is empty and a flag says why. And text that a spreadsheet would run. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class BadValuesTest {

    private static final AtomicInteger HOUR = new AtomicInteger();

    private static Aftermath aftermath;

    @BeforeAll
    static void watch() {
        TestKeys.enter();
        StoredHours.register(List.of("BADV"));
        aftermath = Aftermath.watched();
    }

    @AfterAll
    static void nothing_is_left_behind() {
        aftermath.isClean();
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', nullValues = "none", value = {
        "-5            | pm25:negative     | none",
        "-9999         | pm25:negative     | none",
        "99999         | pm25:out_of_range | none",
        "20000.01      | pm25:out_of_range | none",
        "1e999         | pm25:out_of_range | none",
        "-1e999        | pm25:negative     | none",
        "NaN           | pm25:not_a_number | none",
        "Infinity      | pm25:not_a_number | none",
        "abc           | pm25:not_a_number | none",
        "0x1F          | pm25:not_a_number | none",
        "35 µg/m³      | pm25:not_a_number | none",
        "3.5.1         | pm25:not_a_number | none",
        "１２          | pm25:not_a_number | none",
        "=1+1          | pm25:not_a_number | none",
        "@cmd          | pm25:not_a_number | none",
        "#REF!         | pm25:not_a_number | none",
        "true          | pm25:not_a_number | none",
        "12345678901234567890123456789012345678901 | pm25:not_a_number | none",
        "\"3,5\"        | pm25:not_a_number | none",
        "NA            | pm25:missing      | none",
        "—             | pm25:missing      | none",
        "*             | pm25:missing      | none",
        "null          | pm25:missing      | none",
        "/             | pm25:not_monitored | none",
        "<0.05         | pm25:below_detection | 0.05",
        "0.05L         | pm25:below_detection | 0.05"})
    void a_value_becomes_a_flag(String text, String flag, String value) {
        String hour = "2026-03-%02dT%02d:00:00+08:00".formatted(1 + HOUR.get() / 20, 1 + HOUR.getAndIncrement() % 20);
        String body = "station_code,observed_at,pm25,pm10\nBADV," + hour + "," + text + ",61\n";

        Answer answer = Wire.post("/air/hourly", Wire.utf8(body), TestKeys.INGEST, "Content-Type: text/csv");

        assertThat(answer.json().path("inserted").asInt()).as(answer.text()).isEqualTo(1);
        JsonNode row = rowOf("BADV", hour);
        assertThat(row.path("pm25").isNull() ? null : row.path("pm25").asText()).isEqualTo(value);
        assertThat(row.path("pm10").asInt()).isEqualTo(61);
        assertThat(texts(row.path("flags"))).contains(flag);
    }

    @Test
    void carbon_monoxide_of_999_is_out_of_range_and_an_object_no_number() {
        String body = """
                [{"station_code":"BADV","observed_at":"2026-03-20T01:00:00+08:00","co":999.99,"pm25":{"a":[1]},"so2":true,"no2":[],"o3":"","pm10":"35"}]""";

        Wire.post("/air/hourly", Wire.utf8(body), TestKeys.INGEST, "Content-Type: application/json");

        JsonNode row = rowOf("BADV", "2026-03-20T01:00:00+08:00");
        assertThat(texts(row.path("flags"))).contains("co:out_of_range", "pm25:not_a_number", "so2:not_a_number", "no2:not_a_number", "o3:missing");
        assertThat(row.path("pm10").asText()).isEqualTo("35");
    }

    /** What a spreadsheet runs is defused in CSV and left alone in JSON. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(quoteCharacter = '~', value = {
        "BADF1, =1+1,              '=1+1",
        "BADF2, @cmd,              '@cmd",
        "BADF3, +86 717,           '+86 717",
        "BADF4, -东站,             '-东站",
        "BADF5, =HYPERLINK(1),     '=HYPERLINK(1)",
        "BADF6, =cmd|' /C calc'!A0, '=cmd|' /C calc'!A0"})
    void a_formula_for_a_name(String station, String name, String inCsv) {
        String body = "[{\"station_code\":\"%s\",\"name\":\"%s\",\"city_name\":\"%s\"}]".formatted(station, name, name);

        Answer answer = Wire.post("/air/stations", Wire.utf8(body), TestKeys.INGEST, "Content-Type: application/json");

        assertThat(answer.json().path("inserted").asInt()).as(answer.text()).isEqualTo(1);
        assertThat(Wire.get("/air/stations/" + station).json().path("data").path("name").asText()).as("JSON").isEqualTo(name);
        assertThat(Wire.get("/air/stations?format=ndjson&fields=name&station=" + station).json().path("name").asText()).isEqualTo(name);
        assertThat(Wire.get("/air/stations?format=csv&fields=station_code,name,city_name&station=" + station).text())
                .isEqualTo("station_code,name,city_name\n%s,%s,%s\n".formatted(station, inCsv, inCsv));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "a tab inside             | {`station_code`:`BADS`,`name`:`x\\tx`}          | bad_name",
        "a carriage return inside | {`station_code`:`BADS`,`name`:`x\\r=1`}         | bad_name",
        "no name                  | {`station_code`:`BADS`}                         | missing_name",
        "a blank name             | {`station_code`:`BADS`,`name`:` `}              | missing_name",
        "no code                  | {`name`:`x`}                                    | bad_station_code",
        "a code with a slash      | {`station_code`:`a/b`,`name`:`x`}               | bad_station_code",
        "longitude 181            | {`station_code`:`BADS`,`name`:`x`,`longitude`:181}    | bad_longitude",
        "latitude -90.1           | {`station_code`:`BADS`,`name`:`x`,`latitude`:-90.1}   | bad_latitude",
        "latitude north           | {`station_code`:`BADS`,`name`:`x`,`latitude`:`30N`}   | bad_latitude",
        "an unknown kind of site  | {`station_code`:`BADS`,`name`:`x`,`site_type`:`roof`} | bad_site_type",
        "an unknown level         | {`station_code`:`BADS`,`name`:`x`,`control_level`:`world`} | bad_control_level",
        "perhaps in the evaluation | {`station_code`:`BADS`,`name`:`x`,`in_city_evaluation`:`perhaps`} | bad_in_city_evaluation",
        "an unknown pollutant     | {`station_code`:`BADS`,`name`:`x`,`measured_pollutants`:[`Rn`]} | bad_measured_pollutants",
        "a null pollutant         | {`station_code`:`BADS`,`name`:`x`,`measured_pollutants`:[null]} | bad_measured_pollutants",
        "pollutants in an object  | {`station_code`:`BADS`,`name`:`x`,`measured_pollutants`:{`a`:1}} | bad_measured_pollutants",
        "30 February              | {`station_code`:`BADS`,`name`:`x`,`valid_from`:`2026-02-30`} | bad_valid_from",
        "an end before the start  | {`station_code`:`BADS`,`name`:`x`,`valid_from`:`2026-02-03`,`valid_to`:`2026-02-03`} | valid_to_not_after_valid_from",
        "an unknown field         | {`station_code`:`BADS`,`name`:`x`,`colour`:1}   | unknown_field"})
    void a_station_that_cannot_be_registered(String name, String element, String reason) {
        String row = element.replace('`', '"');

        Answer answer = Wire.post("/air/stations", Wire.utf8("[" + row + "]"), TestKeys.INGEST, "Content-Type: application/json");

        answer.isProblem(422, "not one row could be taken; rejects names the reasons");
        JsonNode reject = answer.json().path("rejects").get(0);
        assertThat(reject.path("reason").asText()).isEqualTo(reason);
        assertThat(reject.path("raw").asText()).isEqualTo(row.strip());
        assertThat(Wire.get("/air/stations/BADS").status()).isEqualTo(404);
    }

    private static JsonNode rowOf(String station, String hour) {
        for (JsonNode row : new StoredHours(station).rows()) {
            if (row.path("observed_at").asText().equals(hour)) {
                return row;
            }
        }
        throw new AssertionError("no row of " + hour);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.asText()));
        return texts;
    }
}
