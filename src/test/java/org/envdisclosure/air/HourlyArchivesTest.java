package org.envdisclosure.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.air.AirService.at;
import static org.envdisclosure.air.AirService.get;
import static org.envdisclosure.air.AirService.take;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
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
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.envdisclosure.platform.database.TestDatabase;
import org.envdisclosure.platform.time.ChinaTime;
import org.junit.jupiter.api.Test;

/** Months of hours as files. Each test has a year of its own, long before all others. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class HourlyArchivesTest extends ArchivedHours {

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
