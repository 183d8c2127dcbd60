package org.envdisclosure.air;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.air.AirService.at;
import static org.envdisclosure.air.AirService.get;
import static org.envdisclosure.air.AirService.take;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.envdisclosure.platform.archive.ArchiveJob;
import org.envdisclosure.platform.archive.ArchiveStore;
import org.envdisclosure.platform.archive.ArchiveSweep;
import org.envdisclosure.platform.database.TestDatabase;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.rollup.Drained;
import org.envdisclosure.platform.time.ChinaTime;
import org.junit.jupiter.api.Test;

/** Months of hours as files, and answers put together from them. Each test has a year of its own, long before all others. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class HourlyArchivesTest {

    @Inject
    ArchiveJob job;

    @Inject
    ArchiveStore store;

    @Inject
    ArchiveSweep sweep;

    @Inject
    @Named("air-hourly")
    Dataset hours;

    @TestHTTPResource("/api/v1")
    URI api;

    private final HttpClient http = HttpClient.newHttpClient();

    /** For one year only, so that nothing is computed for the decades after it. */
    private static String registered(String code, int year) {
        return AirService.station(code, code, "\"valid_to\":\"%d-01-01\"".formatted(year + 1)).replace("2020-01-01", year + "-01-01");
    }

    private HttpResponse<byte[]> answer(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(api + path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(path, failure);
        }
    }

    private String csv(String query) {
        HttpResponse<byte[]> plain = answer("/air/hourly?format=csv&" + query);
        assertThat(plain.statusCode()).as(new String(plain.body(), UTF_8)).isEqualTo(200);
        return new String(plain.body(), UTF_8);
    }

    private String gunzipped(String query) throws IOException {
        HttpResponse<byte[]> packed = answer("/air/hourly?format=csv&" + query, "Accept-Encoding", "gzip");
        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        return gunzip(packed.body());
    }

    private static String gunzip(byte[] bytes) throws IOException {
        return new String(new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes(), UTF_8);
    }

    /** A limit that bounds nothing is asked of the database. */
    private String fromTheDatabase(String query) {
        return csv(query + "&limit=1000000000");
    }

    private JsonPath listed(YearMonth month, String more) {
        return get("/archives?dataset=air-hourly&month=" + month + more);
    }

    private Path stored(JsonPath listed, int row) {
        return store.path("air-hourly", listed.getString("data[%d].url".formatted(row)).replace("/api/v1/archives/", ""));
    }

    private static List<String> values(String csv, String column) {
        List<String> lines = csv.lines().toList();
        int at = Arrays.asList(lines.get(0).split(",")).indexOf(column);
        return lines.stream().skip(1).map(line -> line.split(",", -1)[at]).toList();
    }

    private static String hour(String station, String end, int pm25) {
        return AirService.hour(station, at(end), pm25);
    }

    /** Changes a row behind the service's back, so that an answer tells where it came from. */
    private static void falsify(String station, String end, int pm25) throws SQLException {
        try (Connection connection = AirService.database().getConnection();
                PreparedStatement update = connection.prepareStatement("UPDATE air_hourly SET pm25 = ? WHERE station_code = ? AND observed_at = ?::timestamptz")) {
            update.setInt(1, pm25);
            update.setString(2, station);
            update.setString(3, at(end).toString());
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    @Test
    void a_month_is_what_the_dataset_answers_for_it() throws Exception {
        // Given
        take("/air/stations", registered("ar-month", 1951));
        take("/air/hourly", hour("ar-month", "1951-04-01T00:00", 10), hour("ar-month", "1951-04-01T01:00", 11), hour("ar-month", "1951-04-30T23:00", 12),
                hour("ar-month", "1951-05-01T00:00", 13), hour("ar-month", "1951-05-01T01:00", 14));
        // When
        boolean built = job.build(hours, YearMonth.of(1951, 4));
        // Then
        assertThat(built).isTrue();
        JsonPath listed = listed(YearMonth.of(1951, 4), "");
        assertThat(listed.getList("data.format")).containsExactly("csv.gz", "parquet");
        assertThat(listed.getList("data.rows")).containsExactly(3, 3);
        assertThat(listed.getMap("data[0]")).containsEntry("dataset", "air-hourly").containsEntry("month", "1951-04")
                .containsEntry("from", "1951-04-01T00:00:00+08:00").containsEntry("to", "1951-05-01T00:00:00+08:00");
        HttpResponse<byte[]> file = answer(listed.getString("data[0].url").replace("/api/v1", ""));
        assertThat(gunzip(file.body())).isEqualTo(fromTheDatabase("month=1951-04"));
        assertThat(values(gunzip(file.body()), "pm25")).containsExactly("11", "12", "13");
        assertThat(file.headers().firstValue("Content-Type")).contains("application/gzip");
        assertThat(file.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(file.headers().firstValue("Cache-Control")).contains("public, max-age=31536000, immutable");
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow()).matches("attachment; filename=\"air-hourly_1951-04_r\\d+_[0-9a-f]{8}\\.csv\\.gz\"");
        assertThat(file.body()).hasSize(listed.getInt("data[0].bytes"));
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file.body()))).isEqualTo(listed.getString("data[0].sha256"));
        assertThat(file.headers().firstValue("ETag")).contains('"' + listed.getString("data[0].sha256") + '"');
        assertThat(listed.getInt("data[0].revision")).isEqualTo(get("/air/hourly?month=1951-04").getInt("meta.revision"));
    }

    @Test
    void a_month_that_is_built_is_not_built_again_and_one_without_rows_never() throws Exception {
        take("/air/stations", registered("ar-once", 1952));
        take("/air/hourly", hour("ar-once", "1952-04-02T00:00", 10));

        assertThat(job.build(hours, YearMonth.of(1952, 4))).isTrue();
        assertThat(job.build(hours, YearMonth.of(1952, 4))).isFalse();
        assertThat(job.build(hours, YearMonth.of(1952, 5))).isFalse();
        assertThat(listed(YearMonth.of(1952, 5), "").getList("data")).isEmpty();
    }

    @Test
    void a_file_is_given_in_parts() throws Exception {
        take("/air/stations", registered("ar-part", 1953));
        take("/air/hourly", hour("ar-part", "1953-04-02T00:00", 10));
        job.build(hours, YearMonth.of(1953, 4));
        JsonPath listed = listed(YearMonth.of(1953, 4), "&format=csv.gz");
        String url = listed.getString("data[0].url").replace("/api/v1", "");
        int length = listed.getInt("data[0].bytes");
        byte[] whole = answer(url).body();
        String etag = '"' + listed.getString("data[0].sha256") + '"';

        HttpResponse<byte[]> middle = answer(url, "Range", "bytes=10-19", "If-Range", etag);
        assertThat(middle.statusCode()).isEqualTo(206);
        assertThat(middle.body()).isEqualTo(Arrays.copyOfRange(whole, 10, 20));
        assertThat(middle.headers().firstValue("Content-Range")).contains("bytes 10-19/" + length);
        HttpResponse<byte[]> other = answer(url, "Range", "bytes=10-19", "If-Range", "\"another\"");
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(other.body()).isEqualTo(whole);
        assertThat(answer(url, "If-None-Match", etag).statusCode()).isEqualTo(304);
        HttpResponse<byte[]> outside = answer(url, "Range", "bytes=" + length + "-");
        assertThat(outside.statusCode()).isEqualTo(416);
        assertThat(outside.headers().firstValue("Content-Range")).contains("bytes */" + length);
        assertThat(answer("/archives/air-hourly_1953-04_r1_00000000.csv.gz").statusCode()).isEqualTo(404);
        assertThat(answer("/archives?format=zip").statusCode()).isEqualTo(400);
        assertThat(answer("/archives?dataset=air-nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void a_corrected_month_is_built_anew_and_its_old_file_stays() throws Exception {
        // Given
        take("/air/stations", registered("ar-fix", 1954));
        take("/air/hourly", hour("ar-fix", "1954-04-02T00:00", 10), hour("ar-fix", "1954-05-02T00:00", 20));
        job.build(hours, YearMonth.of(1954, 4));
        job.build(hours, YearMonth.of(1954, 5));
        JsonPath before = listed(YearMonth.of(1954, 4), "&format=csv.gz");
        // When
        take("/air/hourly", hour("ar-fix", "1954-04-02T00:00", 11));
        // Then
        assertThat(values(csv("month=1954-04"), "pm25")).as("not built yet").containsExactly("11");
        assertThat(job.build(hours, YearMonth.of(1954, 4))).isTrue();
        assertThat(job.build(hours, YearMonth.of(1954, 5))).as("not corrected").isFalse();
        JsonPath after = listed(YearMonth.of(1954, 4), "&format=csv.gz");
        assertThat(after.getList("data")).hasSize(1);
        assertThat(after.getLong("data[0].revision")).isGreaterThan(before.getLong("data[0].revision"));
        assertThat(values(gunzip(answer(after.getString("data[0].url").replace("/api/v1", "")).body()), "pm25")).containsExactly("11");
        assertThat(values(gunzip(answer(before.getString("data[0].url").replace("/api/v1", "")).body()), "pm25")).containsExactly("10");
        assertThat(listed(YearMonth.of(1954, 4), "&format=csv.gz&revisions=all").getList("data.revision"))
                .containsExactly(before.getInt("data[0].revision"), after.getInt("data[0].revision"));
    }

    @Test
    void a_build_that_stopped_half_way_is_not_listed_and_begins_anew() throws Exception {
        // Given
        take("/air/stations", registered("ar-stop", 1955));
        take("/air/hourly", hour("ar-stop", "1955-04-02T00:00", 10), hour("ar-stop", "1955-04-02T01:00", 11));
        job.build(hours, YearMonth.of(1955, 3));
        Path folder = store.path("air-hourly", "x").getParent();
        Files.createDirectories(folder);
        Path half = Files.write(folder.resolve("air-hourly_1955-04_r1.0.arriving"), new byte[] {31});
        Path unlisted = Files.write(folder.resolve("air-hourly_1955-04_r1_00000000.csv.gz"), new byte[] {31});
        execute("UPDATE air_hourly SET pm25 = 'NaN' WHERE station_code = 'ar-stop' AND observed_at = '1955-04-01T17:00:00Z'");
        // When
        boolean failed = fails(YearMonth.of(1955, 4));
        // Then
        assertThat(failed).isTrue();
        assertThat(listed(YearMonth.of(1955, 4), "").getList("data")).isEmpty();
        execute("UPDATE air_hourly SET pm25 = 11 WHERE station_code = 'ar-stop' AND observed_at = '1955-04-01T17:00:00Z'");
        assertThat(job.build(hours, YearMonth.of(1955, 4))).isTrue();
        JsonPath listed = listed(YearMonth.of(1955, 4), "");
        assertThat(listed.getList("data.rows")).containsExactly(2, 2);
        Files.setLastModifiedTime(half, FileTime.from(Instant.EPOCH));
        Files.setLastModifiedTime(unlisted, FileTime.from(Instant.EPOCH));
        Files.setLastModifiedTime(stored(listed, 0), FileTime.from(Instant.EPOCH));
        assertThat(sweep.sweep(hours)).isEqualTo(2);
        assertThat(half).doesNotExist();
        assertThat(unlisted).doesNotExist();
        assertThat(stored(listed, 0)).exists();
    }

    @Test
    void pieces_of_a_superseded_month_go_after_the_grace_and_its_listed_files_stay() throws Exception {
        // Given
        take("/air/stations", registered("ar-old", 1962));
        take("/air/hourly", hour("ar-old", "1962-04-02T00:00", 10));
        job.build(hours, YearMonth.of(1962, 4));
        take("/air/hourly", hour("ar-old", "1962-04-02T00:00", 11));
        job.build(hours, YearMonth.of(1962, 4));
        List<Path> files;
        try (Stream<Path> all = Files.list(store.path("air-hourly", "x").getParent())) {
            files = all.filter(file -> file.getFileName().toString().startsWith("air-hourly_1962-04")).sorted().toList();
        }
        assertThat(files).hasSize(6);
        for (Path file : files) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
        }
        // When
        int young = sweep.sweep(hours);
        execute("UPDATE archive SET built_at = built_at - interval '2 days' WHERE dataset = 'air-hourly' AND month = '1962-04-01'");
        int old = sweep.sweep(hours);
        // Then
        assertThat(young).as("a download may still read them").isZero();
        assertThat(old).isEqualTo(1);
        assertThat(files.stream().filter(Files::exists).filter(file -> file.toString().contains(".places.")).toList()).hasSize(1);
        assertThat(listed(YearMonth.of(1962, 4), "&revisions=all").getList("data")).hasSize(4);
        falsify("ar-old", "1962-04-02T00:00", 99);
        assertThat(values(csv("month=1962-04&station=ar-old"), "pm25")).as("the newest pieces are there").containsExactly("11");
    }

    private boolean fails(YearMonth month) throws SQLException, IOException {
        try {
            job.build(hours, month);
            return false;
        } catch (IllegalStateException refused) {
            return refused.getMessage().contains("NaN");
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = AirService.database().getConnection(); PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

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

    @Test
    void parquet_holds_the_rows_and_says_what_they_mean() throws Exception {
        // Given
        take("/air/stations", registered("ar-pq", 1961));
        take("/air/hourly", """
                {"station_code":"ar-pq","observed_at":"1961-04-01T09:00:00+08:00","pm25":30.5,"pm10":50,"so2":10,"no2":20,"o3":30,"co":0.60}""", """
                {"station_code":"ar-pq","observed_at":"1961-04-01T10:00:00+08:00","pm25":null,"pm10":50,"so2":10,"no2":20,"o3":30,"co":0.5}""");
        // When
        job.build(hours, YearMonth.of(1961, 4));
        // Then
        JsonPath listed = listed(YearMonth.of(1961, 4), "&format=parquet");
        assertThat(answer(listed.getString("data[0].url").replace("/api/v1", "")).headers().firstValue("Content-Type"))
                .contains("application/vnd.apache.parquet");
        List<Group> rows = new ArrayList<>();
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(stored(listed, 0)))) {
            MessageType schema = reader.getFileMetaData().getSchema();
            assertThat(schema.getFields()).extracting(field -> field.getName()).containsExactlyElementsOf(hours.columns().stream().map(column -> column.name()).toList());
            Map<String, String> notes = reader.getFileMetaData().getKeyValueMetaData();
            assertThat(notes).containsEntry("dataset", "air-hourly").containsEntry("month", "1961-04").containsEntry("revision", listed.getString("data[0].revision"))
                    .containsEntry("column.pm25.unit", "µg/m³").containsEntry("column.co.unit", "mg/m³").containsEntry("time", "observed_at period_end")
                    .containsEntry("column.aqi_standard.editions", "HJ 633-2012").containsEntry("license", hours.licence())
                    .containsEntry("column.aqi_standard.description.en", "Edition the index was computed by");
            PageReadStore pages = reader.readNextRowGroup();
            RecordReader<Group> records = new ColumnIOFactory().getColumnIO(schema).getRecordReader(pages, new GroupRecordConverter(schema));
            for (long i = 0; i < pages.getRowCount(); i++) {
                rows.add(records.read());
            }
            assertThat(reader.readNextRowGroup()).isNull();
        }
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).getLong("observed_at", 0)).isEqualTo(at("1961-04-01T09:00").getEpochSecond() * 1_000_000);
        assertThat(rows.get(0).getString("station_code", 0)).isEqualTo("ar-pq");
        assertThat(rows.get(0).getDouble("pm25", 0)).isEqualTo(30.5);
        assertThat(rows.get(0).getDouble("co", 0)).isEqualTo(0.6);
        assertThat(rows.get(1).getFieldRepetitionCount("pm25")).isZero();
        assertThat(rows.get(1).getGroup("flags", 0).getFieldRepetitionCount("list")).isPositive();
        assertThat(rows.get(1).getGroup("flags", 0).getGroup("list", 0).getString("element", 0)).isEqualTo("pm25:missing");
        assertThat(ChinaTime.format(Instant.ofEpochMilli(rows.get(1).getLong("observed_at", 0) / 1000))).isEqualTo("1961-04-01T10:00:00+08:00");
    }
}
