package org.envdisclosure;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Another client that writes without a pause until it is closed: inserts, corrections, late rows and, if told to, moves of stations. */
final class OtherClient implements AutoCloseable {

    private static final List<String> STATUSES = List.of("realtime", "realtime", "realtime", "preliminary", "reviewed");

    private final ServiceClient service;
    private final AirWorld world;
    private final boolean movesStations;
    private final Random random;
    private final AtomicInteger batches = new AtomicInteger();
    private final AtomicReference<AssertionError> failure = new AtomicReference<>();
    private final Thread thread = new Thread(this::write, "other-client");
    private volatile boolean closed;

    private OtherClient(ServiceClient service, AirWorld world, boolean movesStations, long seed) {
        this.service = service;
        this.world = world;
        this.movesStations = movesStations;
        this.random = new Random(seed);
    }

    /** Enters the world's stations and its first hours, then goes on writing. */
    static OtherClient start(ServiceClient service, AirWorld world, boolean movesStations, long seed) {
        OtherClient client = new OtherClient(service, world, movesStations, seed);
        client.post("/air/stations", world.register());
        client.post("/air/hourly", world.batch(client.random, 600));
        client.thread.start();
        return client;
    }

    private void write() {
        try {
            while (!closed) {
                if (movesStations && random.nextInt(2) == 0) {
                    post("/air/stations", world.move(random));
                } else {
                    post("/air/hourly?data_status=" + STATUSES.get(random.nextInt(STATUSES.size())), world.batch(random, 1 + random.nextInt(60)));
                }
                batches.incrementAndGet();
            }
        } catch (AssertionError refused) {
            failure.set(refused);
        }
    }

    private void post(String target, String lines) {
        HttpResponse<String> answer = service.post(target, "application/x-ndjson", lines.getBytes(StandardCharsets.UTF_8));
        // 422: not one row of a small batch could be taken, as all had been reviewed
        if (answer.statusCode() != 200 && !(answer.statusCode() == 422 && answer.body().contains("refused_lower_status"))) {
            throw new AssertionError("POST " + target + ": " + answer.statusCode() + " " + answer.body());
        }
    }

    int batches() {
        return batches.get();
    }

    /** @throws AssertionError when the service refused a batch */
    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.join();
        if (failure.get() != null) {
            throw failure.get();
        }
    }
}
