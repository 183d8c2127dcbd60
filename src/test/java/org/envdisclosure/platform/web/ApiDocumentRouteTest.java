package org.envdisclosure.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.envdisclosure.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class ApiDocumentRouteTest {

    @TestHTTPResource("/api/v1/openapi")
    URI document;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void it_goes_out_compressed_to_those_who_take_that() throws Exception {
        HttpResponse<byte[]> plain = get("?format=json", "Accept-Encoding", "identity");
        HttpResponse<byte[]> packed = get("?format=json", "Accept-Encoding", "gzip");

        assertThat(header(packed, "Content-Encoding")).isEqualTo("gzip");
        assertThat(packed.headers().firstValue("Content-Type")).isEqualTo(plain.headers().firstValue("Content-Type"));
        assertThat(packed.body()).hasSizeLessThan(plain.body().length / 5);
        assertThat(unpacked(packed.body())).isEqualTo(plain.body());
        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
    }

    @Test
    void each_form_and_coding_has_its_own_validator_and_is_read_once() throws Exception {
        String json = header(get("?format=json", "Accept-Encoding", "gzip"), "ETag");
        String yaml = header(get("", "Accept-Encoding", "gzip"), "ETag");
        String plain = header(get("?format=json", "Accept-Encoding", "identity"), "ETag");

        assertThat(json).startsWith("\"").isNotIn(yaml, plain);
        assertThat(get("?format=json", "Accept-Encoding", "gzip", "If-None-Match", json).statusCode()).isEqualTo(304);
        assertThat(get("?format=json", "Accept-Encoding", "gzip", "If-None-Match", yaml).statusCode()).isEqualTo(200);
    }

    @Test
    void the_form_is_that_of_the_parameter_or_of_the_header() throws Exception {
        assertThat(header(get("", "Accept", "application/json"), "Content-Type")).isEqualTo("application/json;charset=UTF-8");
        assertThat(header(get("?format=yaml", "Accept", "application/json"), "Content-Type")).isEqualTo("application/yaml;charset=UTF-8");
        assertThat(new String(get("", "Accept", "*/*").body(), StandardCharsets.UTF_8)).startsWith("---\nopenapi: 3.1.0\n");
    }

    @Test
    void what_it_cannot_give_is_refused_in_words() throws Exception {
        HttpResponse<byte[]> form = get("?format=xml", "Accept-Language", "en");
        assertThat(form.statusCode()).isEqualTo(400);
        assertThat(new String(form.body(), StandardCharsets.UTF_8)).contains("format takes json, yaml");
        assertThat(get("?pretty=1", "Accept-Language", "en").statusCode()).isEqualTo(400);
        HttpResponse<byte[]> type = get("", "Accept", "text/csv");
        assertThat(type.statusCode()).isEqualTo(406);
        assertThat(new String(type.body(), StandardCharsets.UTF_8)).contains("application/yaml, application/json");
    }

    @Test
    void a_head_request_names_the_length_and_sends_nothing() throws Exception {
        HttpResponse<byte[]> head = client.send(HttpRequest.newBuilder(URI.create(document + "?format=json")).method("HEAD", HttpRequest.BodyPublishers.noBody()).build(), HttpResponse.BodyHandlers.ofByteArray());

        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValueAsLong("Content-Length").orElseThrow()).isEqualTo(get("?format=json", "Accept-Encoding", "identity").body().length);
    }

    private HttpResponse<byte[]> get(String query, String... headers) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(document + query)).headers(headers).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<byte[]> answer, String name) {
        return answer.headers().firstValue(name).orElseThrow();
    }

    private static byte[] unpacked(byte[] packed) throws IOException {
        try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return stream.readAllBytes();
        }
    }
}
