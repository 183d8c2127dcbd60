package org.envdisclosure.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A station of these tests and what is stored of it. */
record StoredHours(String station) {

    /** Enters stations into the register, all in one city. */
    static void register(List<String> stations) {
        StringBuilder csv = new StringBuilder("station_code,name,city_code,city_name,longitude,latitude\n");
        stations.forEach(station -> csv.append(station).append(",点位 ").append(station).append(",999901,宜昌市坏例,111.3,30.7\n"));
        Answer answer = Wire.post("/air/stations", Wire.utf8(csv.toString()), TestKeys.INGEST, "Content-Type: text/csv");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    static StoredHours of(String station) {
        register(List.of(station));
        return new StoredHours(station);
    }

    /** Sends hours from 2026-03-10T01:00 on, with PM2.5 of 1, 2, 3 and so on. */
    void store(int hours) {
        StringBuilder csv = new StringBuilder("station_code,observed_at,pm25\n");
        for (int hour = 1; hour <= hours; hour++) {
            csv.append("%s,2026-03-10T%02d:00:00+08:00,%d%n".formatted(station, hour, hour));
        }
        Answer answer = Wire.post("/air/hourly", Wire.utf8(csv.toString()), TestKeys.INGEST, "Content-Type: text/csv");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    /** The PM2.5 of every hour there is, oldest first. */
    List<String> pm25() {
        List<String> values = new ArrayList<>();
        rows().forEach(row -> values.add(row.path("pm25").asText()));
        return values;
    }

    JsonNode rows() {
        return Wire.get("/air/hourly?limit=10000&station=" + station).json().path("data");
    }
}
