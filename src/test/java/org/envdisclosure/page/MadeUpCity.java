package org.envdisclosure.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.envdisclosure.ServiceClient;

/** Three stations of a city that is nowhere, whose hours come one by one. */
record MadeUpCity(ServiceClient service) {

    static final String CODE = "990100";
    static final String NAME = "示例市";

    private static final String NDJSON = "application/x-ndjson";
    private static final List<String> STATIONS = List.of("P1", "P2", "P3");
    private static final DateTimeFormatter WIRE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");

    void register() {
        send("/air/stations", STATIONS.stream().map(code -> """
                {"station_code":"%s","name":"示例站%s","name_en":"Sample station %s","city_code":"%s","city_name":"%s","longitude":109.0%s,"latitude":33.0,\
                "datum":"GCJ-02","site_type":"urban","control_level":"city","in_city_evaluation":true,"valid_from":"2020-01-01"}"""
                .formatted(code, code, code, CODE, NAME, code.substring(1))).collect(Collectors.joining("\n")));
    }

    /** The same air everywhere. PM2.5 alone decides the index. */
    void publish(String hour, int pm25) {
        send("/air/hourly", STATIONS.stream().map(code -> line(code, hour, String.valueOf(pm25))).collect(Collectors.joining("\n")));
    }

    /** And of one station nothing was received. */
    void publishWithout(String failing, String hour, int pm25) {
        send("/air/hourly", STATIONS.stream().map(code -> code.equals(failing) ? nothing(code, hour) : line(code, hour, String.valueOf(pm25)))
                .collect(Collectors.joining("\n")));
    }

    /** The label of a full hour of today, so many before the newest. */
    static String hour(int before) {
        return WIRE.format(OffsetDateTime.ofInstant(Instant.now(), ZoneOffset.ofHours(8)).truncatedTo(ChronoUnit.HOURS).minusHours(before));
    }

    private static String line(String code, String hour, String pm25) {
        return "{\"station_code\":\"%s\",\"observed_at\":\"%s\",\"pm25\":%s,\"pm10\":20,\"so2\":5,\"no2\":10,\"o3\":20,\"co\":0.4}".formatted(code, hour, pm25);
    }

    private static String nothing(String code, String hour) {
        return "{\"station_code\":\"%s\",\"observed_at\":\"%s\",\"pm25\":\"NA\",\"pm10\":\"NA\",\"so2\":\"NA\",\"no2\":\"NA\",\"o3\":\"NA\",\"co\":\"NA\"}".formatted(code, hour);
    }

    private void send(String target, String lines) {
        HttpResponse<String> answer = service.post(target, NDJSON, lines.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("\"rejected\":0");
    }
}
