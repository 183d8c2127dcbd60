package org.envdisclosure.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.envdisclosure.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows that say two things which cannot both be true: they stay, and count for nothing. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class ContradictedResultTest {

    private static final String HOUR = "2026-05-01T08:00:00+08:00";

    private static List<String> texts(JsonPath answer, String column) {
        return answer.<Object>getList("data." + column).stream().map(String::valueOf).toList();
    }

    @ParameterizedTest(name = "{0} beside a corrected value: {1}")
    @CsvSource(delimiter = '|', value = {
        "'\"measured_value\":-5'                                     | [measured_value:negative]                                    | false",
        "'\"measured_value\":-5,\"corrected_value\":20'              | [measured_value:negative]                                    | false",
        "'\"measured_value\":\"?\",\"corrected_value\":20'           | [measured_value:not_a_number]                                | false",
        "'\"measured_value\":1e13,\"corrected_value\":20'            | [measured_value:out_of_range]                                | false",
        "'\"not_monitored_reason\":\"停产\",\"corrected_value\":20'   | '[measured_value:not_monitored, not_monitored_reason:suspect]' | false",
        "'\"corrected_value\":20'                                    | [measured_value:missing]                                     | true"})
    void a_corrected_value_is_no_better_than_what_it_was_made_of(String members, String flags, String valid) {
        MonitoredOutlet outlet = MonitoredOutlet.entered("mt-c" + Integer.toHexString(members.hashCode()));
        outlet.limit("DA001", "a21026", "1h", "2026-01-01", ",\"limit_high\":35,\"unit\":\"mg/m³\",\"judged_on\":\"corrected\"");

        JsonPath taken = outlet.taken(outlet.result("DA001", "a21026", "1h", HOUR, ",\"unit\":\"mg/m3\"," + members));

        assertThat(texts(taken, "flags")).containsExactly(flags);
        assertThat(texts(taken, "valid")).containsExactly(valid);
        assertThat(texts(taken, "compliant")).containsExactly(valid.equals("true") ? "true" : "null");
    }

    @Test
    void what_was_not_monitored_is_not_below_detection() {
        MonitoredOutlet outlet = MonitoredOutlet.entered("mt-not-below").limited("1h", "2026-01-01", "50", "");

        JsonPath taken = outlet.taken(outlet.result("DW001", "w01018", "1h", HOUR, ",\"unit\":\"mg/L\",\"measured_value\":\"ND\",\"not_monitored_reason\":\"停产\""));

        assertThat(texts(taken, "flags")).containsExactly("[measured_value:below_detection, not_monitored_reason:suspect]");
        assertThat(texts(taken, "valid")).containsExactly("false");
        assertThat(texts(taken, "compliant")).containsExactly("null");
    }
}
