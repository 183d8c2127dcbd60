package org.envdisclosure.air;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.envdisclosure.Taken;
import org.envdisclosure.platform.rollup.Drained;
import org.envdisclosure.platform.time.ChinaTime;

/** Made-up hours as a CSV batch. */
final class HourFile {

    private static final String HEADER = "station_code,observed_at,pm25,pm10,so2,no2,o3,co,flags\n";

    private final StringBuilder lines = new StringBuilder(HEADER);

    /**
     * One hour's air.
     *
     * @param flags as the source gives them, joined by {@code ;}
     */
    record Air(String pm25, String pm10, String so2, String no2, String o3, String co, String flags) {

        /** Second-class limits of GB 3095-2026 (transitional) for PM, half of them or less for the rest. */
        static final Air AT_THE_LIMIT = new Air("30", "60", "6", "20", "80", "0.8", "");

        /** A station that is not connected: no value, and no mark of what is not monitored either. */
        static final Air OFFLINE = new Air("NA", "NA", "NA", "NA", "NA", "NA", "");

        Air pm25(String other) {
            return new Air(other, pm10, so2, no2, o3, co, flags);
        }

        Air pm10(String other) {
            return new Air(pm25, other, so2, no2, o3, co, flags);
        }

        Air so2(String other) {
            return new Air(pm25, pm10, other, no2, o3, co, flags);
        }

        Air no2(String other) {
            return new Air(pm25, pm10, so2, other, o3, co, flags);
        }

        Air o3(String other) {
            return new Air(pm25, pm10, so2, no2, other, co, flags);
        }

        Air co(String other) {
            return new Air(pm25, pm10, so2, no2, o3, other, flags);
        }

        Air flags(String other) {
            return new Air(pm25, pm10, so2, no2, o3, co, other);
        }
    }

    /** @param label 1 (01:00) to 24 (00:00 of the next day) */
    HourFile hour(String station, LocalDate day, int label, Air air) {
        lines.append(station).append(',').append(ChinaTime.format(ChinaTime.startOf(day).plusSeconds(3_600L * label)));
        for (String cell : new String[] {air.pm25, air.pm10, air.so2, air.no2, air.o3, air.co, air.flags}) {
            lines.append(',').append(cell);
        }
        lines.append('\n');
        return this;
    }

    /** All 24 hours. */
    HourFile day(String station, LocalDate day, Air air) {
        for (int label = 1; label <= 24; label++) {
            hour(station, day, label, air);
        }
        return this;
    }

    /** So many whole days. */
    HourFile days(String station, LocalDate first, int count, Air air) {
        for (int day = 0; day < count; day++) {
            day(station, first.plusDays(day), air);
        }
        return this;
    }

    JsonPath sent() {
        return sent("");
    }

    /** Takes the batch in and waits until everything that rests on it is computed. */
    JsonPath sent(String query) {
        JsonPath receipt = posted(query);
        Drained.queues();
        return receipt;
    }

    /** Takes the batch in. */
    JsonPath posted() {
        return posted("");
    }

    private JsonPath posted(String query) {
        Response response = AirService.writing().contentType("text/csv").body(lines.toString().getBytes(StandardCharsets.UTF_8)).post("/air/hourly" + query);
        Taken.whole(response);
        return AirService.json(response);
    }
}
