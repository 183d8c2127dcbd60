package org.envdisclosure.platform.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Reads an event stream as a browser does: lines by UTF-8, an event at each empty line. */
public final class EventReader implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final HttpResponse<InputStream> response;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

    /**
     * What stood between two empty lines.
     *
     * @param name    {@code comment} for a comment, {@code retry} for the time before coming again, {@code end} for the end of the stream
     * @param id      empty when it had none
     * @param data    empty when it had none
     * @param arrived in nanoseconds of this machine's clock
     */
    public record Event(String name, String id, String data, long arrived) {

        public JsonObject json() {
            return new JsonObject(data);
        }
    }

    private EventReader(HttpResponse<InputStream> response) {
        this.response = response;
        Thread reading = new Thread(this::read, "event reader");
        reading.setDaemon(true);
        reading.start();
    }

    /** @param headers names and values in turn */
    public static EventReader open(URI address, String... headers) throws IOException, InterruptedException {
        return open(HTTP, address, headers);
    }

    /** @param headers names and values in turn */
    public static EventReader open(HttpClient client, URI address, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(PATIENCE);
        HttpRequest asked = headers.length == 0 ? request.build() : request.headers(headers).build();
        return new EventReader(client.send(asked, HttpResponse.BodyHandlers.ofInputStream()));
    }

    public HttpResponse<?> response() {
        return response;
    }

    /** The next event that is no comment and no retry. */
    public Event next() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Event event = any();
        while (event.name.equals("comment") || event.name.equals("retry")) {
            assertThat(System.nanoTime()).as("an event that is no comment within %s", PATIENCE).isLessThan(end);
            event = any();
        }
        return event;
    }

    /** Whatever comes next. */
    public Event any() throws InterruptedException {
        Event event = events.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(event).as("an event within %s", PATIENCE).isNotNull();
        return event;
    }

    /** That nothing but comments comes for so long. */
    public void isSilentFor(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            Event event = events.poll(left, TimeUnit.NANOSECONDS);
            assertThat(event == null || event.name.equals("comment") || event.name.equals("retry")).as(String.valueOf(event)).isTrue();
        }
    }

    private void read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            String name = "";
            String id = "";
            String data = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    events.add(new Event(name, id, data, System.nanoTime()));
                    name = "";
                    id = "";
                    data = "";
                } else {
                    String field = line.substring(0, line.indexOf(':'));
                    String value = line.substring(line.indexOf(':') + 1).stripLeading();
                    name = switch (field) {
                        case "" -> "comment";
                        case "event" -> value;
                        case "retry" -> "retry";
                        default -> name;
                    };
                    id = field.equals("id") ? value : id;
                    data = field.equals("data") || field.equals("retry") ? value : data;
                }
            }
        } catch (IOException closed) {
            events.add(new Event("broken", "", String.valueOf(closed.getMessage()), System.nanoTime()));
            return;
        }
        events.add(new Event("end", "", "", System.nanoTime()));
    }

    @Override
    public void close() throws IOException {
        response.body().close();
    }
}
