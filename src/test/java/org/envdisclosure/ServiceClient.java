package org.envdisclosure;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** A client of a running service, over HTTP like any other; one that writes has a key. */
public final class ServiceClient {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
    private final String base;
    private final String key;

    /** @param base such as {@code http://127.0.0.1:8080}, without a path */
    public ServiceClient(String base, String key) {
        this.base = base.replaceAll("/+$", "");
        this.key = key;
    }

    /** The path below {@code /api/v1} with its query, values encoded. */
    public static String target(String path, Map<String, String> query) {
        return path + query.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "?", ""));
    }

    /** The body of an answer that must be 200; it is read to its end. */
    public String get(String target) {
        HttpResponse<String> answer = send(request(target).GET().build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new AssertionError("GET " + target + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    public HttpResponse<String> answer(String target) {
        return send(request(target).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    public HttpResponse<InputStream> stream(String target) {
        return send(request(target).GET().build(), HttpResponse.BodyHandlers.ofInputStream());
    }

    public HttpResponse<String> post(String target, String mediaType, byte[] body) {
        return send(request(target).header("Content-Type", mediaType).header("X-API-Key", key)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String target) {
        return HttpRequest.newBuilder(URI.create(base + (target.startsWith("/q/") ? target : "/api/v1" + target))).timeout(PATIENCE);
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return http.send(request, body);
        } catch (IOException failure) {
            throw new AssertionError(request.method() + " " + request.uri() + " got no answer", failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", stopped);
        }
    }
}
