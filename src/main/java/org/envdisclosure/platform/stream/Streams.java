package org.envdisclosure.platform.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.envdisclosure.platform.limit.RateLimit;
import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.problem.ProblemType;
import org.envdisclosure.platform.revision.RevisionBoard;
import org.envdisclosure.platform.revision.RevisionsHeard;
import org.envdisclosure.platform.web.Asked;
import org.envdisclosure.platform.web.QueryString;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/** The event streams of this replica. One board follows the database for all of them; an open stream costs no query and no thread. */
@ApplicationScoped
public class Streams {

    public static final String MEDIA_TYPE = "text/event-stream";
    /** The parameter that says what {@code Last-Event-ID} says. */
    public static final String LAST_EVENT_ID = LastEvent.PARAMETER;

    /**
     * Between hearing of a revision and telling it. The other replicas, one of which a reader may ask next, hear of it meanwhile; and while
     * batch comes after batch a reader is told five times a second, not hundreds.
     */
    private static final long SETTLING_MILLIS = 200;
    private static final Duration SHORTEST_BEAT = Duration.ofSeconds(1);

    private final RevisionBoard board;
    private final RateLimit clients;
    private final StreamConfig config;
    private final Vertx vertx;
    private final StreamPlaces places;
    private final StreamMeters meters;
    private final Set<OpenStream> open = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean settling = new AtomicBoolean();
    private volatile boolean stopped;

    Streams(RevisionBoard board, RateLimit clients, StreamConfig config, Vertx vertx, MeterRegistry registry) {
        this.board = board;
        this.clients = clients;
        this.config = config;
        this.vertx = vertx;
        this.places = new StreamPlaces(config.most(), config.mostPerClient());
        this.meters = new StreamMeters(registry, places::taken);
    }

    /**
     * A stream of what is new of the datasets.
     *
     * @param query of the request; of it {@link #LAST_EVENT_ID} is read
     * @throws ApiProblem 400 for a parameter that is no id of an event, {@link ProblemType#STREAMS_BUSY} when there is no place
     */
    public Uni<Response> answer(Subscription subscription, QueryString query, RoutingContext request) {
        Asked asked = Asked.of(request);
        Teller teller = new Teller(subscription, board, LastEvent.of(asked, query));
        if (asked.isHead()) {
            return Uni.createFrom().item(described().build());
        }
        OpenStream stream = take(teller, clients.client(request));
        Uni<Void> heard = teller.isAhead() ? board.catchUp() : Uni.createFrom().voidItem();
        return heard.map(now -> described().entity(stream).build());
    }

    private static Response.ResponseBuilder described() {
        // nginx would keep events until it has a page of them
        return Response.ok().type(MEDIA_TYPE).header("Cache-Control", "no-store").header("X-Accel-Buffering", "no");
    }

    private OpenStream take(Teller teller, String client) {
        try {
            OpenStream stream = new OpenStream(teller, Vertx.currentContext(), this, places.take(client));
            // also when nothing is ever written
            CurrentRequestManager.get().registerCompletionCallback(failure -> stream.place().leave());
            return stream;
        } catch (ApiProblem full) {
            meters.refused();
            throw full;
        }
    }

    void begun(OpenStream stream) {
        open.add(stream);
        if (stopped) {
            stream.stop();
        }
    }

    void ended(OpenStream stream, StreamEnd reason) {
        open.remove(stream);
        stream.place().leave();
        meters.ended(reason);
    }

    Duration stall() {
        return config.stall();
    }

    void begin(@Observes StartupEvent start) {
        if (config.heartbeat().compareTo(SHORTEST_BEAT) < 0) {
            throw new ConfigurationException("ENVD_STREAM_HEARTBEAT is '%s'. Give a duration of 1 s or more, such as 15s.".formatted(config.heartbeat()));
        }
        if (config.stall().isNegative() || config.stall().isZero()) {
            throw new ConfigurationException("ENVD_STREAM_STALL is '%s'. Give a duration above 0, such as 60s.".formatted(config.stall()));
        }
        if (config.most() < 0 || config.mostPerClient() < 0) {
            throw new ConfigurationException("ENVD_STREAM_MOST is '%d' and ENVD_STREAM_MOST_PER_CLIENT '%d'. Give 0, for none, or more.".formatted(config.most(), config.mostPerClient()));
        }
        vertx.setPeriodic(config.heartbeat().toMillis(), beat -> open.forEach(OpenStream::beat));
    }

    void hear(@Observes RevisionsHeard heard) {
        if (!open.isEmpty() && settling.compareAndSet(false, true)) {
            vertx.setTimer(SETTLING_MILLIS, settled -> {
                settling.set(false);
                open.forEach(OpenStream::look);
            });
        }
    }

    /** While the port is still open: the connections are gone when the service itself is told to stop. */
    void stop(@Observes ShutdownDelayInitiatedEvent stop) {
        stopped = true;
        open.forEach(OpenStream::stop);
    }
}
