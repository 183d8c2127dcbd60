package org.envdisclosure.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.envdisclosure.platform.database.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that would rather speak HTTP/2, as Java's does by default, where nothing is encrypted. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class ClearTextTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** One in some five hundred failed while the server still took the step. */
    private static final int CONNECTIONS = 100;

    @TestHTTPResource
    URI base;

    /** From the framework, from memory and from an endpoint; each more than HTTP/2's first window of 64 kB but for the last. */
    @ParameterizedTest
    @ValueSource(strings = {"/q/metrics", "/page/vendor/echarts.js", "/api/v1/openapi", "/api/v1/datasets"})
    void whoever_asks_for_http_2_is_answered_whole_in_http_1_1(String path) throws Exception {
        for (int i = 0; i < CONNECTIONS; i++) {
            HttpResponse<byte[]> answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE).build(),
                    HttpResponse.BodyHandlers.ofByteArray());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
            answer.headers().firstValueAsLong("Content-Length").ifPresent(length -> assertThat(answer.body()).hasSize((int) length));
        }
    }
}
