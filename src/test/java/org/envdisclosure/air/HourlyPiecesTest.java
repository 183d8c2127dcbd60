package org.envdisclosure.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.air.AirService.at;
import static org.envdisclosure.air.AirService.get;
import static org.envdisclosure.air.AirService.take;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.envdisclosure.platform.database.TestDatabase;
import org.envdisclosure.platform.rollup.Drained;
import org.junit.jupiter.api.Test;

/** Answers put together from closed months. Each test has a year of its own, long before all others. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class HourlyPiecesTest extends ArchivedHours {

    @Inject
    MeterRegistry meters;

    @Test
    void whole_months_come_from_their_pieces_and_the_rest_from_the_database() throws Exception {
        // Given
        take("/air/stations", registered("ar-mix1", 1956), registered("ar-mix2", 1956));
        List<String> rows = new ArrayList<>();
        for (String end : List.of("1956-03-31T12:00", "1956-04-01T00:00", "1956-04-01T01:00", "1956-04-20T05:00", "1956-05-01T00:00", "1956-05-09T09:00",
                "1956-06-01T00:00", "1956-06-15T12:00", "1956-07-01T00:00", "1956-07-01T01:00")) {
            rows.add(hour("ar-mix1", end, 20));
            rows.add(hour("ar-mix2", end, 30));
        }
        take("/air/hourly", rows);
        String before = fromTheDatabase("from=1956-03-01&to=1956-08-01");
        for (int month = 4; month <= 6; month++) {
            job.build(hours, YearMonth.of(1956, month));
        }
        // When
        falsify("ar-mix1", "1956-05-01T00:00", 99);
        falsify("ar-mix1", "1956-03-31T12:00", 98);
        // Then
        assertThat(values(fromTheDatabase("station=ar-mix1&from=1956-03-01&to=1956-08-01"), "pm25")).contains("98", "99");
        assertThat(values(csv("station=ar-mix1&from=1956-03-01&to=1956-08-01"), "pm25")).contains("98").doesNotContain("99");
        assertThat(csv("from=1956-04-01&to=1956-07-01")).isEqualTo(lines(before, "1956-04-01T01:00", "1956-07-01T00:00"));
        assertThat(gunzipped("from=1956-04-01&to=1956-07-01")).isEqualTo(lines(before, "1956-04-01T01:00", "1956-07-01T00:00"));
        assertThat(gunzipped("from=1956-04-01&to=1956-07-02")).isEqualTo(lines(before, "1956-04-01T01:00", "1956-07-01T01:00"));
        assertThat(gunzipped("from=1956-04-01T01:00:00%2B08:00&to=1956-05-01")).as("a part of a month: the database").contains(",99,");
        for (String asked : List.of("&order=desc", "&fields=observed_at,pm25", "&data_status=realtime", "&station=ar-mix1,ar-mix2", "&as_of=revision:0")) {
            assertThat(csv("month=1956-04" + asked)).as(asked).isEqualTo(fromTheDatabase("month=1956-04" + asked));
        }
        assertThat(csv("month=1956-04&bom=true")).isEqualTo("\uFEFF" + csv("month=1956-04")).doesNotContain(",99,");
        assertThat(csv("month=1956-04&station=ar-nobody")).isEqualTo(fromTheDatabase("month=1956-04&station=ar-nobody"));
        falsify("ar-mix1", "1956-05-01T00:00", 20);
        falsify("ar-mix1", "1956-03-31T12:00", 20);
    }

    /** The head and the lines from one label to another. */
    private static String lines(String csv, String first, String last) {
        List<String> lines = csv.lines().toList();
        int at = Arrays.asList(lines.get(0).split(",")).indexOf("observed_at");
        StringBuilder chosen = new StringBuilder(lines.get(0)).append('\n');
        lines.stream().skip(1).filter(line -> line.split(",", -1)[at].compareTo(first) >= 0 && line.split(",", -1)[at].compareTo(last + ":00+08:00") <= 0)
                .forEach(line -> chosen.append(line).append('\n'));
        return chosen.toString();
    }

    @Test
    void a_month_touched_since_is_not_served_from_its_piece_and_an_older_state_neither() throws Exception {
        take("/air/stations", registered("ar-asof", 1957));
        take("/air/hourly", hour("ar-asof", "1957-04-02T00:00", 10));
        long first = get("/air/hourly?month=1957-04").getLong("meta.revision");
        take("/air/hourly", hour("ar-asof", "1957-04-02T00:00", 11));
        long second = get("/air/hourly?month=1957-04").getLong("meta.revision");
        job.build(hours, YearMonth.of(1957, 4));
        falsify("ar-asof", "1957-04-02T00:00", 99);

        assertThat(values(csv("month=1957-04&as_of=revision:" + first), "pm25")).containsExactly("10");
        assertThat(values(csv("month=1957-04&as_of=revision:" + second), "pm25")).as("from the piece").containsExactly("11");
        assertThat(values(csv("month=1957-04"), "pm25")).as("from the piece").containsExactly("11");
        take("/air/hourly", hour("ar-asof", "1957-04-02T00:00", 12));
        assertThat(values(csv("month=1957-04"), "pm25")).containsExactly("12");
    }

    @Test
    void a_lost_file_is_made_up_for_by_the_database() throws Exception {
        take("/air/stations", registered("ar-lost", 1958));
        take("/air/hourly", hour("ar-lost", "1958-04-02T00:00", 10));
        job.build(hours, YearMonth.of(1958, 4));
        JsonPath listed = listed(YearMonth.of(1958, 4), "&format=csv.gz");
        Files.delete(stored(listed, 0));

        assertThat(values(csv("month=1958-04"), "pm25")).containsExactly("10");
        assertThat(answer(listed.getString("data[0].url").replace("/api/v1", "")).statusCode()).isEqualTo(500);
    }

    @Test
    void a_damaged_piece_is_made_up_for_by_the_database_and_the_month_is_built_again() throws Exception {
        // Given
        take("/air/stations", registered("ar-harm", 1963));
        take("/air/hourly", hour("ar-harm", "1963-04-02T00:00", 10), hour("ar-harm", "1963-04-02T01:00", 11));
        job.build(hours, YearMonth.of(1963, 4));
        double before = damaged();
        JsonPath listed = listed(YearMonth.of(1963, 4), "");
        byte[] good = Files.readAllBytes(stored(listed, 0));
        byte[] bad = good.clone();
        bad[bad.length - 20] ^= 1;
        Files.write(stored(listed, 0), bad);
        // When
        String packed = gunzipped("month=1963-04");
        String plain = csv("month=1963-04");
        // Then
        assertThat(values(packed, "pm25")).containsExactly("10", "11");
        assertThat(plain).isEqualTo(packed);
        assertThat(damaged()).as("told once").isEqualTo(before + 1);
        assertThat(job.build(hours, YearMonth.of(1963, 4))).isTrue();
        assertThat(Files.readAllBytes(stored(listed, 0))).isEqualTo(good);
        assertThat(listed(YearMonth.of(1963, 4), "&revisions=all").getList("data.url")).isEqualTo(listed.getList("data.url"));
        falsify("ar-harm", "1963-04-02T00:00", 99);
        assertThat(values(csv("month=1963-04"), "pm25")).as("from the piece again").containsExactly("10", "11");
        assertThat(job.build(hours, YearMonth.of(1963, 4))).isFalse();
    }

    private double damaged() {
        return meters.counter("envd_archive_damaged", "dataset", "air-hourly").count();
    }

    @Test
    void an_answer_from_pieces_has_the_validator_and_the_revision_of_one_without() throws Exception {
        take("/air/stations", registered("ar-etag", 1959));
        take("/air/hourly", hour("ar-etag", "1959-04-02T00:00", 10));
        HttpResponse<byte[]> before = answer("/air/hourly?format=csv&month=1959-04");
        job.build(hours, YearMonth.of(1959, 4));
        HttpResponse<byte[]> after = answer("/air/hourly?format=csv&month=1959-04");

        assertThat(after.body()).isEqualTo(before.body());
        for (String header : List.of("ETag", "X-Data-Revision", "Last-Modified", "Cache-Control", "Content-Disposition")) {
            assertThat(after.headers().firstValue(header)).as(header).isPresent().isEqualTo(before.headers().firstValue(header));
        }
        assertThat(answer("/air/hourly?format=csv&month=1959-04", "If-None-Match", before.headers().firstValue("ETag").orElseThrow()).statusCode()).isEqualTo(304);
    }

    /** Random hours, corrections, months built or not, questions: pieces and database give the same bytes. */
    @Test
    void pieces_and_database_always_agree() throws Exception {
        Random random = new Random(20260501);
        List<String> stations = List.of("ar-any1", "ar-any2", "ar-any3");
        take("/air/stations", stations.stream().map(code -> registered(code, 1960)).toList());
        Instant first = at("1960-01-31T20:00");
        for (int round = 0; round < 12; round++) {
            Map<String, String> rows = new LinkedHashMap<>();
            for (int i = 0; i < 40; i++) {
                // often next to the border of a month
                Instant end = random.nextInt(4) == 0 ? at("1960-0%d-01T00:00".formatted(2 + random.nextInt(4))).plusSeconds(3600L * (random.nextInt(3) - 1))
                        : first.plusSeconds(3600L * random.nextInt(24 * 115));
                String station = stations.get(random.nextInt(3));
                rows.put(station + end, AirService.hour(station, end, random.nextInt(500)));
            }
            take("/air/hourly", List.copyOf(rows.values()));
            job.build(hours, YearMonth.of(1960, 1 + random.nextInt(5)));
            long revision = get("/air/hourly?from=1960-01-01&to=1960-06-01").getLong("meta.revision");
            for (int i = 0; i < 8; i++) {
                String question = question(random, stations, revision);
                String expected = fromTheDatabase(question);
                assertThat(csv(question)).as(question).isEqualTo(expected);
                assertThat(gunzipped(question)).as(question).isEqualTo(expected);
            }
        }
        Drained.queues();
    }

    private static String question(Random random, List<String> stations, long revision) {
        String from = random.nextInt(5) == 0 ? "1960-01-%02d".formatted(1 + random.nextInt(31)) : "1960-0%d-01".formatted(1 + random.nextInt(3));
        String to = random.nextInt(5) == 0 ? "1960-05-01T0%d:00:00%%2B08:00".formatted(random.nextInt(3)) : "1960-0%d-01".formatted(4 + random.nextInt(3));
        String station = random.nextBoolean() ? "&station=" + stations.get(random.nextInt(3)) : "";
        String asOf = random.nextInt(3) == 0 ? "&as_of=revision:" + Math.max(0, revision - random.nextInt(2)) : "";
        return "from=" + from + "&to=" + to + station + asOf;
    }
}
