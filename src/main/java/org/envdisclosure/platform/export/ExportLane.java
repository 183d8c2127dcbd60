package org.envdisclosure.platform.export;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.envdisclosure.platform.problem.ProblemType;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

/**
 * The lane for bulk downloads: a bounded number of places, each with a thread and a database connection of its own, so that downloads
 * never stand before the small answers.
 */
@Startup
@ApplicationScoped
public class ExportLane {

    /** A download of a day takes about a second, one of a year minutes: whoever is told to wait should look again before long. */
    static final String RETRY_AFTER_SECONDS = "10";
    /** Longer than somebody at work waits between one small export and the next. */
    private static final Duration IDLE = Duration.ofMinutes(1);

    private final ExportConnections connections;
    private final ExportConfig config;
    private final ExportMeters meters;
    private final Set<ExportPlace> places = ConcurrentHashMap.newKeySet();
    private final AtomicInteger taken = new AtomicInteger();
    private final LaneThreads threads;

    @Inject
    ExportLane(ExportConnections connections, ExportConfig config, MeterRegistry registry) {
        this.connections = connections;
        this.config = config;
        this.meters = new ExportMeters(registry, taken::get);
        this.threads = new LaneThreads(config.parallel(), new Niceness(config.niceness()));
        threads.asideEvery(IDLE, connections::closeIdle);
    }

    /**
     * Takes a place, begins a snapshot and makes the answer in it, on a thread that may block. Status and headers are set there; an
     * {@link ExportStream} as the answer's entity is written after them.
     *
     * @return the answer; fails at once with {@link ProblemType#EXPORTS_BUSY} when the lane is full, with
     *         {@link ProblemType#UNAVAILABLE} when the database cannot be reached
     */
    public <T> Uni<T> open(Function<ExportSession, T> answer) {
        return Uni.createFrom().deferred(() -> {
            ExportPlace place = take();
            return Uni.createFrom().<T>emitter(caller -> answer(place, answer, caller))
                    .runSubscriptionOn(threads.places())
                    .onCancellation().invoke(() -> place.cut(Ending.CLIENT_GONE));
        });
    }

    /** An emitter, because a failure after the caller has left is no news. */
    private static <T> void answer(ExportPlace place, Function<ExportSession, T> answer, UniEmitter<? super T> caller) {
        try {
            caller.complete(place.answer(answer));
        } catch (RuntimeException | Error failure) {
            caller.fail(failure);
        }
    }

    private ExportPlace take() {
        if (taken.incrementAndGet() > config.parallel()) {
            taken.decrementAndGet();
            meters.refused();
            throw ProblemType.EXPORTS_BUSY.because("正在进行 %d 个批量下载,已达上限。请稍后重试。".formatted(config.parallel()),
                            "%d bulk downloads are running, which is as many as allowed. Try again shortly.".formatted(config.parallel()))
                    .withHeader("Retry-After", RETRY_AFTER_SECONDS);
        }
        ExportPlace place = new ExportPlace(this);
        places.add(place);
        abandonAfter(place);
        return place;
    }

    /** An answer may never be written: HEAD, a 304, a filter that refuses. */
    private static void abandonAfter(ExportPlace place) {
        ResteasyReactiveRequestContext request = CurrentRequestManager.get();
        if (request != null) {
            request.registerCompletionCallback(failure -> place.abandon());
        }
    }

    void leave(ExportPlace place, Ending ending) {
        if (places.remove(place)) {
            taken.decrementAndGet();
            meters.ended(ending);
        }
    }

    SnapshotConnection connect() throws SQLException {
        return new SnapshotConnection(connections.take(), connections::giveBack, config.silence(), config.longest());
    }

    ExportConfig config() {
        return config;
    }

    LaneThreads threads() {
        return threads;
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        places.forEach(place -> place.cut(Ending.SHUT_DOWN));
        threads.stop();
        connections.closeIdle();
    }
}
