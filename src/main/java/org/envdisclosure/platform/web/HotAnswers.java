package org.envdisclosure.platform.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.envdisclosure.platform.revision.RevisionBoard;
import org.jspecify.annotations.Nullable;

/**
 * Small answers kept as bytes. The key is the strong tag, which stands for one body: the question, the form, the encoding and the state of
 * the data, so nothing need ever be taken out for being old. Many who ask for one that is not there wait for one look at the database.
 */
@ApplicationScoped
public class HotAnswers {

    /** Requests remembered at once, a few hundred bytes each. */
    private static final int REQUESTS = 10_000;
    /** Nobody asks in so many words again and again. */
    private static final int LONGEST_REQUEST = 2_000;
    /** Longer than any statement may take; one whose connection is lost never comes back, and who comes later must not wait for it. */
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private final Cache<String, WholeAnswer> kept;
    private final Cache<String, Expected> requests = Caffeine.newBuilder().maximumSize(REQUESTS).expireAfterWrite(Duration.ofMinutes(1)).build();
    private final Map<String, Reading> underWay = new ConcurrentHashMap<>();
    private final boolean keeping;
    private final AtomicLong timesSetBack = new AtomicLong();
    private final RevisionBoard board;
    private final Clock clock;

    /**
     * What a request was answered with. Holds while no revision was published and the minute is the same, which ages are told in.
     *
     * @param etag the key of the answer
     */
    private record Expected(String etag, Moment asking) {
    }

    /** A state of what this replica knows, and a minute. */
    public record Moment(long generation, long minute) {
    }

    /** @param bytes of memory at most; 0 keeps nothing */
    HotAnswers(@ConfigProperty(name = "envd.hot-answers.max-bytes", defaultValue = "33554432") long bytes, RevisionBoard board, Clock clock) {
        this.keeping = bytes > 0;
        this.kept = Caffeine.newBuilder().maximumWeight(bytes).weigher((String etag, WholeAnswer answer) -> answer.weight()).recordStats().build();
        this.board = board;
        this.clock = clock;
    }

    /**
     * The answer with this tag, kept or read. A replica that has not heard of the database for a while does not trust what it keeps.
     *
     * @param asking taken before anything of the answer was worked out
     * @param etag   what this replica expects the answer's tag to be
     * @param read   makes the answer; its own tag may be of a newer state
     */
    Uni<Response> answer(Asked asked, Moment asking, String etag, Supplier<Uni<WholeAnswer>> read) {
        if (!board.isCurrent()) {
            return read.get().map(answer -> answer.to(asked));
        }
        forgetWhatWasSetBack();
        WholeAnswer hot = keeping ? kept.getIfPresent(etag) : null;
        Uni<WholeAnswer> found = hot != null ? Uni.createFrom().item(hot) : together(etag, read);
        return found.map(answer -> {
            if (keeping) {
                note(asked.context().request(), answer, asking);
            }
            return answer.to(asked);
        });
    }

    /** The answer to a request like one of a moment ago; empty where it must be worked out. */
    Optional<WholeAnswer> again(HttpServerRequest request) {
        Expected expected = keeping ? requests.getIfPresent(key(request)) : null;
        return expected == null || !expected.asking.equals(moment()) || !board.isCurrent() || timesSetBack.get() != board.timesSetBack() ? Optional.empty()
                : Optional.ofNullable(kept.getIfPresent(expected.etag));
    }

    private void note(HttpServerRequest request, WholeAnswer answer, Moment asking) {
        String key = key(request);
        if (key.length() <= LONGEST_REQUEST) {
            requests.put(key, new Expected(answer.etag(), asking));
        }
    }

    /** Everything of a request that an answer to it may depend on. */
    private static String key(HttpServerRequest request) {
        return request.uri() + '\n' + request.getHeader("Accept") + '\n' + request.getHeader("Accept-Encoding");
    }

    /** To be taken before an answer is worked out. */
    public Moment moment() {
        return new Moment(board.generation(), TimeUnit.MILLISECONDS.toMinutes(clock.millis()));
    }

    /** A database that was restored gives its numbers anew, to other rows. */
    private void forgetWhatWasSetBack() {
        long now = board.timesSetBack();
        if (timesSetBack.getAndSet(now) != now) {
            kept.invalidateAll();
        }
    }

    /** Whoever comes while the answer is being read waits for that, not for a look of his own. */
    private Uni<WholeAnswer> together(String etag, Supplier<Uni<WholeAnswer>> read) {
        return here(underWay.compute(etag, (wanted, other) -> other == null || other.isLost() ? new Reading(wanted, read) : other).answer);
    }

    /** A look at the database, for all who ask for the same while it lasts. */
    private final class Reading {

        private final long since = System.nanoTime();
        private final Uni<WholeAnswer> answer;

        Reading(String etag, Supplier<Uni<WholeAnswer>> read) {
            this.answer = read.get()
                    .onItemOrFailure().invoke((answer, failure) -> end(etag, answer))
                    .memoize().indefinitely();
        }

        private void end(String etag, @Nullable WholeAnswer answer) {
            underWay.remove(etag, this);
            if (answer != null && keeping) {
                kept.put(answer.etag(), answer);
            }
        }

        boolean isLost() {
            return System.nanoTime() - since > PATIENCE.toNanos();
        }
    }

    /** Each goes on where it came from, not where the one who asked first was. */
    private static <T> Uni<T> here(Uni<T> elsewhere) {
        Context context = Vertx.currentContext();
        return context == null ? elsewhere : elsewhere.emitOn(goOn -> {
            if (Vertx.currentContext() == context) {
                goOn.run();
            } else {
                context.runOnContext(there -> goOn.run());
            }
        });
    }

    /** Answers found, answers read, and bytes held now. */
    public Figures figures() {
        long bytes = kept.policy().eviction().map(held -> held.weightedSize().orElse(0)).orElse(0L);
        return new Figures(kept.stats().hitCount(), kept.stats().missCount(), bytes);
    }

    /** What the kept answers did since the start. */
    public record Figures(long hits, long misses, long bytes) {
    }
}
