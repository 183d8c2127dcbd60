package org.envdisclosure.cli;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * The other party: one service, called with one key.
 *
 * <p>HTTP/1.1 without {@code Expect: 100-continue}: Java 17's client waits for ever when the answer to it is a refusal.
 * An early refusal is therefore read after the whole body is sent, which the service and the usual gateways allow.
 */
final class Service {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final long LOOK_EVERY_MILLIS = 100;

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT_TIMEOUT).build();
    private final ServiceAddress address;
    private final ApiKey key;
    private final Duration patience;

    Service(ServiceAddress address, ApiKey key, Duration patience) {
        this.address = address;
        this.key = key;
        this.patience = patience;
    }

    ServiceAddress address() {
        return address;
    }

    /** A small call, such as those for keys. */
    Reply call(String method, String path, Map<String, String> query, BodyPublisher body) throws NoAnswer {
        HttpRequest request = request(path, query)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .method(method, body)
                .build();
        return Reply.of(answer(http.sendAsync(request, BodyHandlers.ofString()), new Watch(patience, () -> 0, () -> { })));
    }

    /** An answer of any length: its body is in {@code file} and not in the reply; a download that breaks off is no answer. */
    Reply download(String path, Map<String, String> query, Path file) throws NoAnswer {
        HttpRequest request = request(path, query).GET().build();
        HttpResponse<Path> answer = answer(http.sendAsync(request, BodyHandlers.ofFile(file)), new Watch(patience, () -> file.toFile().length(), () -> { }));
        return new Reply(answer.statusCode(), answer.headers(), "", MissingNode.getInstance());
    }

    /** A body of any length, sent as a stream; there is no limit to the whole, only to the time nothing moves. */
    Reply upload(String path, Map<String, String> query, Upload upload, Runnable progress) throws NoAnswer {
        HttpRequest.Builder request = request(path, query)
                .header("Accept", "application/json")
                .header("Content-Type", upload.contentType())
                .POST(upload.body());
        if (upload.gzip()) {
            request.header("Content-Encoding", "gzip");
        }
        return Reply.of(answer(http.sendAsync(request.build(), BodyHandlers.ofString()), new Watch(patience, upload::moved, progress)));
    }

    private HttpRequest.Builder request(String path, Map<String, String> query) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.at(path, query))
                .header("X-API-Key", key.secret())
                .header("User-Agent", "env-disclosure/" + BuildVersion.number());
        return Locale.getDefault().getLanguage().equals("zh") ? request.header("Accept-Language", "zh, en;q=0.5") : request;
    }

    private <T> HttpResponse<T> answer(CompletableFuture<HttpResponse<T>> coming, Watch watch) throws NoAnswer {
        while (true) {
            try {
                return coming.get(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException notYet) {
                if (watch.stalled()) {
                    coming.cancel(true);
                    throw NoAnswer.after(address, patience);
                }
            } catch (ExecutionException failed) {
                throw NoAnswer.from(address, failed.getCause());
            } catch (InterruptedException stop) {
                coming.cancel(true);
                Thread.currentThread().interrupt();
                throw NoAnswer.from(address, stop);
            }
        }
    }
}
