package org.envdisclosure.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.air.AirService.station;
import static org.envdisclosure.air.AirService.take;
import static org.envdisclosure.air.AirService.writing;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.envdisclosure.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;

/** From when a feed describes a station otherwise, and when that is worth noting at all. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class StationProposalsTest {

    private static final String HEADER = "timepoint,stationcode,longitude,latitude,area,positionname,primarypollutant,aqi,pm10,pm10_24h,pm2_5,pm2_5_24h,"
            + "o3,o3_24h,o3_8h,o3_8h_24h,no2,no2_24h,so2,so2_24h,co,co_24h";

    private static Response feed(String parameters, String... rows) {
        String body = HEADER + "\n" + String.join("\n", rows) + "\n";
        return writing().contentType("text/csv").body(body.getBytes(StandardCharsets.UTF_8)).post("/air/hourly?layout=cnemc" + parameters);
    }

    private static String row(String time, String station, String name, int pm25) {
        return "%s,%s,100.5,30.5,pt07,%s,NA,50,50,50,%d,30,30,30,30,30,20,20,10,10,0.5,0.5".formatted(time, station, name, pm25);
    }

    private static List<String> proposed(String station) {
        return AirService.json(writing().get("/air/stations/proposals?station=" + station)).getList("data.proposed_from");
    }

    @Test
    void a_proposal_begins_on_the_day_of_the_earliest_hour_that_shows_it() {
        take("/air/stations", station("pt-renamed", "pt07", "\"longitude\":100.5,\"latitude\":30.5"));

        assertThat(feed("", row("2026-06-15T0900", "pt-renamed", "new", 30), row("2026-06-15T0100", "pt-renamed", "new", 30),
                row("2026-06-15T1000", "pt-renamed", "new", 30)).jsonPath().getInt("stations_proposed")).isEqualTo(1);
        assertThat(proposed("pt-renamed")).containsExactly("2026-06-15");

        // midnight ends the day before
        assertThat(feed("", row("2026-06-15T0000", "pt-renamed", "new", 30)).jsonPath().getInt("stations_proposed")).isZero();
        assertThat(proposed("pt-renamed")).containsExactly("2026-06-14");

        feed("", row("2026-06-16T0000", "pt-renamed", "new", 30));
        assertThat(proposed("pt-renamed")).containsExactly("2026-06-14");
    }

    @Test
    void a_refused_batch_proposes_nothing() {
        take("/air/stations", station("pt-refused", "pt07", "\"longitude\":100.5,\"latitude\":30.5"));
        assertThat(feed("&data_status=reviewed", row("2026-06-15T0900", "pt-refused", "pt-refused", 30)).statusCode()).isEqualTo(200);

        Response atomic = feed("&mode=atomic", row("2026-06-15T1000", "pt-refused", "new", 30), row("2026-06-15T1030", "pt-refused", "new", 30));
        Response lower = feed("", row("2026-06-15T0900", "pt-refused", "new", 99));

        assertThat(atomic.statusCode()).isEqualTo(422);
        assertThat(lower.statusCode()).isEqualTo(422);
        assertThat(lower.jsonPath().getList("rejects.reason")).containsExactly("refused_lower_status");
        assertThat(proposed("pt-refused")).isEmpty();
    }
}
