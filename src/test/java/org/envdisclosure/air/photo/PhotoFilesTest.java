package org.envdisclosure.air.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.envdisclosure.air.photo.PhotoCalls.NOON;
import static org.envdisclosure.air.photo.PhotoCalls.reading;
import static org.envdisclosure.air.photo.PhotoCalls.station;
import static org.envdisclosure.air.photo.PhotoCalls.take;
import static org.envdisclosure.platform.picture.TestPictures.jpeg;
import static org.envdisclosure.platform.picture.TestPictures.quarters;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.List;
import org.envdisclosure.platform.database.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file as browsers and proxies ask for it. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class PhotoFilesTest {

    private String path;
    private String etag;
    private byte[] whole;

    @BeforeEach
    void a_picture_is_there() {
        station("pf-file", "pf-city");
        JsonPath told = take("pf-file", NOON, jpeg(quarters(200, 100)));
        path = "/air/photos/" + told.getString("data.photo_id") + "/image";
        etag = '"' + told.getString("data.sha256") + '"';
        whole = reading().get(path).asByteArray();
    }

    @Test
    void the_whole_file_says_what_it_is_and_how_long_it_keeps() {
        Response answer = reading().get(path);

        assertThat(answer.contentType()).isEqualTo("image/jpeg");
        assertThat(answer.header("ETag")).isEqualTo(etag);
        assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=3600, immutable");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Accept-Ranges")).isEqualTo("bytes");
        assertThat(answer.header("Content-Length")).isEqualTo(String.valueOf(whole.length));
        assertThat(answer.header("Content-Disposition")).isEqualTo("inline; filename=\"pf-file-1-20260601T120000.jpg\"");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
    }

    @Test
    void head_is_the_same_without_the_body() {
        Response head = reading().head(path);

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(List.of(head.header("Content-Length"), head.header("ETag"), head.contentType())).containsExactly(String.valueOf(whole.length), etag, "image/jpeg");
        assertThat(head.asByteArray()).isEmpty();
    }

    @Test
    void who_has_it_gets_304() {
        Response known = reading().header("If-None-Match", "W/" + etag).get(path);

        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(known.header("ETag")).isEqualTo(etag);
        assertThat(known.asByteArray()).isEmpty();
        assertThat(reading().header("If-None-Match", "\"other\"").get(path).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"bytes=0-99, 0, 100", "bytes=100-, 100, -1", "bytes=-10, -10, -1"})
    void a_part_is_that_part(String range, int from, int to) {
        Response part = reading().header("Range", range).header("If-Range", etag).get(path);

        int first = from < 0 ? whole.length + from : from;
        int end = to < 0 ? whole.length : to;
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.asByteArray()).isEqualTo(Arrays.copyOfRange(whole, first, end));
        assertThat(part.header("Content-Range")).isEqualTo("bytes %d-%d/%d".formatted(first, end - 1, whole.length));
    }

    @Test
    void a_part_of_another_state_is_the_whole_and_one_outside_is_refused() {
        Response other = reading().header("Range", "bytes=0-9").header("If-Range", "\"other\"").get(path);
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(other.asByteArray()).isEqualTo(whole);

        Response outside = reading().header("Range", "bytes=" + whole.length + "-").get(path);
        assertThat(outside.statusCode()).isEqualTo(416);
        assertThat(outside.header("Content-Range")).isEqualTo("bytes */" + whole.length);
        assertThat(outside.contentType()).isEqualTo("application/problem+json");
    }

    @Test
    void an_id_nobody_has_is_404_and_a_parameter_is_refused() {
        for (String nobody : List.of("/air/photos/ffffffffffffffffffffffff", "/air/photos/ffffffffffffffffffffffff/image", "/air/photos/x/thumbnail")) {
            assertThat(reading().get(nobody).statusCode()).as(nobody).isEqualTo(404);
        }
        assertThat(reading().get(path + "?width=3").statusCode()).isEqualTo(400);
        assertThat(reading().get(path.replace("/image", "/original")).statusCode()).isEqualTo(401);
    }
}
