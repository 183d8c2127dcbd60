package org.envdisclosure.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.air.AirService.at;
import static org.envdisclosure.air.AirService.hour;
import static org.envdisclosure.air.AirService.path;
import static org.envdisclosure.air.AirService.station;
import static org.envdisclosure.air.AirService.take;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.envdisclosure.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class SlidingHoursTest {

    private static final Instant FIRST = at("2026-06-01T01:00");
    private static final int LATE = 3;

    private static Instant label(int hour) {
        return FIRST.plus(Duration.ofHours(hour));
    }

    @Test
    void a_late_hour_changes_itself_and_at_most_23_following_rows_each_with_a_revision() {
        take("/air/stations", station("rv-late", "rv04", ""));
        take("/air/hourly", IntStream.range(0, 40).filter(i -> i != LATE).mapToObj(i -> hour("rv-late", label(i), 40)).toList());

        take("/air/hourly", hour("rv-late", label(LATE), 400));

        List<Integer> revised = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            JsonPath revisions = AirService.get(path("rv-late", label(i)) + "/revisions");
            if (revisions.getList("data").size() > 1) {
                revised.add(i);
                assertThat(revisions.getList("data.revision_reason")).isEqualTo(Arrays.asList(null, "recalculation"));
            }
        }
        // before the 20th hour a 24-hour mean is not valid either way; ozone over 8 hours gains its sixth hour at label 5
        assertThat(revised).isEqualTo(List.of(5, 19, 20, 21, 22, 23, 24, 25, 26));
    }

    @Test
    void the_means_after_a_late_hour_are_those_of_all_hours() {
        take("/air/stations", station("rv-mean", "rv04", ""));
        take("/air/hourly", IntStream.range(0, 30).filter(i -> i != LATE).mapToObj(i -> hour("rv-mean", label(i), 40)).toList());
        // one row is not there, so the 20th valid hour is the 20th row
        assertThat(means().subList(18, 29)).isEqualTo(Arrays.asList(null, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40));

        take("/air/hourly", hour("rv-mean", label(LATE), 400));

        // (400 + 19 * 40) / 20 = 58 … (400 + 23 * 40) / 24 = 55, until the late hour leaves the window
        List<Object> expected = new ArrayList<>(Collections.nCopies(19, null));
        expected.addAll(List.of(58, 57, 56, 56, 55, 55, 55, 55, 40, 40, 40));
        assertThat(means()).isEqualTo(expected);
    }

    private static List<Object> means() {
        return AirService.get("/air/hourly?station=rv-mean").getList("data.pm25_24h");
    }

    @Test
    void a_withdrawn_hour_leaves_the_means_it_was_part_of() {
        take("/air/stations", station("rv-less", "rv04", ""));
        take("/air/hourly", IntStream.range(0, 26).mapToObj(i -> hour("rv-less", label(i), i == LATE ? 400 : 40)).toList());
        assertThat(AirService.get("/air/hourly?station=rv-less").getList("data.pm25_24h").subList(23, 26)).isEqualTo(List.of(55, 55, 55));

        AirService.writing().delete(path("rv-less", label(LATE)) + "?reason=spike");

        assertThat(AirService.get("/air/hourly?station=rv-less").getList("data.pm25_24h").subList(18, 26))
                .isEqualTo(Arrays.asList(null, null, 40, 40, 40, 40, 40, 40));
    }
}
