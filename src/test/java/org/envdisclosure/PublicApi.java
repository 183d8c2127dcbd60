package org.envdisclosure;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The public API as a client meets it: nothing but HTTP. */
public final class PublicApi {

    private static final JsonMapper JSON = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true)).build();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final URI root;

    public PublicApi(URI root) {
        this.root = root;
    }

    /** What came back. */
    public record Answer(String asked, int status, HttpHeaders headers, String body) {

        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException noJson) {
                throw new AssertionError("no JSON from " + asked + ": " + body, noJson);
            }
        }

        /** The rows of a JSON page. */
        public List<JsonNode> rows() {
            List<JsonNode> rows = new ArrayList<>();
            json().path("data").forEach(rows::add);
            return rows;
        }

        Optional<String> nextCursor() {
            return Optional.ofNullable(json().path("page").path("next_cursor").textValue());
        }

        long revision() {
            return json().path("meta").path("revision").asLong();
        }

        String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }

    /** {@code path} below {@code /api/v1}, then name and value of each parameter. */
    static String query(String path, String... parameters) {
        StringBuilder query = new StringBuilder(path);
        for (int i = 0; i < parameters.length; i += 2) {
            query.append(query.indexOf("?") < 0 ? '?' : '&').append(encoded(parameters[i])).append('=').append(encoded(parameters[i + 1]));
        }
        return query.toString();
    }

    public Answer get(String path, String... headers) {
        return send("GET", path, headers);
    }

    Answer head(String path, String... headers) {
        return send("HEAD", path, headers);
    }

    private Answer send(String method, String path, String... headers) {
        String asked = root.resolve("/api/v1").toString() + path;
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(asked)).timeout(Duration.ofMinutes(1))
                .method(method, HttpRequest.BodyPublishers.noBody());
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(asked, response.statusCode(), response.headers(), response.body());
        } catch (IOException failure) {
            throw new AssertionError(asked, failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new AssertionError(asked, stopping);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
