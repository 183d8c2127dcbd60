package org.envdisclosure.air;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.air.AirService.at;
import static org.envdisclosure.air.AirService.get;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.envdisclosure.platform.archive.ArchiveJob;
import org.envdisclosure.platform.archive.ArchiveStore;
import org.envdisclosure.platform.archive.ArchiveSweep;
import org.envdisclosure.platform.dataset.Dataset;

/** What tests of closed months share: hours taken in, months built, and answers as they come over HTTP. */
class ArchivedHours {

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
    static String registered(String code, int year) {
        return AirService.station(code, code, "\"valid_to\":\"%d-01-01\"".formatted(year + 1)).replace("2020-01-01", year + "-01-01");
    }

    HttpResponse<byte[]> answer(String path, String... headers) {
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

    String csv(String query) {
        HttpResponse<byte[]> plain = answer("/air/hourly?format=csv&" + query);
        assertThat(plain.statusCode()).as(new String(plain.body(), UTF_8)).isEqualTo(200);
        return new String(plain.body(), UTF_8);
    }

    String gunzipped(String query) throws IOException {
        HttpResponse<byte[]> packed = answer("/air/hourly?format=csv&" + query, "Accept-Encoding", "gzip");
        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        return gunzip(packed.body());
    }

    static String gunzip(byte[] bytes) throws IOException {
        return new String(new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes(), UTF_8);
    }

    /** A limit that bounds nothing is asked of the database. */
    String fromTheDatabase(String query) {
        return csv(query + "&limit=1000000000");
    }

    JsonPath listed(YearMonth month, String more) {
        return get("/archives?dataset=air-hourly&month=" + month + more);
    }

    Path stored(JsonPath listed, int row) {
        return store.path("air-hourly", listed.getString("data[%d].url".formatted(row)).replace("/api/v1/archives/", ""));
    }

    static List<String> values(String csv, String column) {
        List<String> lines = csv.lines().toList();
        int at = Arrays.asList(lines.get(0).split(",")).indexOf(column);
        return lines.stream().skip(1).map(line -> line.split(",", -1)[at]).toList();
    }

    static String hour(String station, String end, int pm25) {
        return AirService.hour(station, at(end), pm25);
    }

    /** Changes a row behind the service's back, so that an answer tells where it came from. */
    static void falsify(String station, String end, int pm25) throws SQLException {
        try (Connection connection = AirService.database().getConnection();
                PreparedStatement update = connection.prepareStatement("UPDATE air_hourly SET pm25 = ? WHERE station_code = ? AND observed_at = ?::timestamptz")) {
            update.setInt(1, pm25);
            update.setString(2, station);
            update.setString(3, at(end).toString());
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }
}
