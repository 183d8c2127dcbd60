package org.envdisclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Somebody who looks up one station again and again while others do heavier things; measures how long each answer took. */
final class SmallCalls implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration FAST = Duration.ofSeconds(1);
    private static final Duration NEVER = Duration.ofSeconds(4);

    private final List<Duration> took = new ArrayList<>();
    private final CompletableFuture<Void> calling;
    private volatile boolean ended;

    private SmallCalls(ServiceClient client, String target) {
        calling = CompletableFuture.runAsync(() -> {
            while (!ended) {
                measure(client, target);
            }
        });
    }

    /** Asks for {@code target}, which must answer 200, until closed. */
    static SmallCalls of(ServiceClient client, String target) {
        client.get(target);
        return new SmallCalls(client, target);
    }

    private void measure(ServiceClient client, String target) {
        long begun = System.nanoTime();
        client.get(target);
        took.add(Duration.ofNanos(System.nanoTime() - begun));
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            ended = true;
        }
    }

    /** Ends the calls: nine of ten were answered within a second, and none had to wait for another's download. */
    void requireFast() {
        close();
        List<Duration> sorted = took.stream().sorted().toList();
        assertThat(sorted).hasSizeGreaterThan(10);
        System.out.printf("%d small calls meanwhile: median %d ms, slowest %d ms%n", sorted.size(),
                sorted.get(sorted.size() / 2).toMillis(), sorted.get(sorted.size() - 1).toMillis());
        assertThat(sorted.get(sorted.size() * 9 / 10)).isLessThan(FAST);
        assertThat(sorted.get(sorted.size() - 1)).isLessThan(NEVER);
    }

    @Override
    public void close() {
        ended = true;
        calling.join();
    }
}
