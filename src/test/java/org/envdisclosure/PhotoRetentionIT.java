package org.envdisclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.envdisclosure.platform.picture.TestPictures;
import org.envdisclosure.platform.time.ChinaTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A service that is told for how long views are kept. */
@Timeout(180)
class PhotoRetentionIT {

    @TempDir
    Path folder;

    @Test
    void a_view_older_than_views_are_kept_is_not_taken_in() throws Exception {
        try (RunningService service = RunningService.in(folder, Map.of("ENVD_SAMPLE_DATA", "never", "ENVD_AIR_PHOTOS_RETENTION", "400d"))) {
            service.client().post("/air/stations", "application/x-ndjson", "{\"station_code\":\"RET\",\"name\":\"ret\"}".getBytes(StandardCharsets.UTF_8));
            byte[] picture = TestPictures.jpeg(TestPictures.plain(32, 24, 0x123456));
            Instant oldest = Instant.now().minus(Duration.ofDays(400));

            HttpResponse<String> old = send(service, oldest.minusSeconds(60), picture);
            HttpResponse<String> young = send(service, oldest.plusSeconds(3_600), picture);

            assertThat(old.statusCode()).as(old.body()).isEqualTo(400);
            assertThat(old.body()).contains("\"taken_at\"", "older than pictures are kept");
            assertThat(young.statusCode()).as(young.body()).isEqualTo(201);
        }
    }

    private static HttpResponse<String> send(RunningService service, Instant takenAt, byte[] picture) {
        return service.client().post("/air/photos?station=RET&taken_at=" + URLEncoder.encode(ChinaTime.format(takenAt), StandardCharsets.UTF_8), "image/jpeg", picture);
    }
}
