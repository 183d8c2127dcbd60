package org.envdisclosure.source.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The limits of one pollutant at one outlet, of every averaging, as they followed each other. */
public final class LimitHistory {

    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
    /** To which a moment is kept: nothing lies between the end of a period and so long before it. */
    private static final Duration FINEST = Duration.ofNanos(1_000);

    private final List<Version> versions = new ArrayList<>();

    /** A limit and the days on which it is in force, the last of them excluded; null where no end is known. */
    private record Version(LocalDate from, @Nullable LocalDate to, EmissionLimit limit) {

        boolean judges(String averaging, LocalDate day) {
            return limit.averaging().equals(averaging) && !day.isBefore(from) && (to == null || day.isBefore(to));
        }
    }

    public void add(LocalDate from, @Nullable LocalDate to, EmissionLimit limit) {
        versions.add(new Version(from, to, limit));
    }

    /**
     * The limit in force at the result's own time: one of the same averaging, else one that states none.
     *
     * @param observedAt the end of the period, or the moment of what is no average
     */
    public Optional<EmissionLimit> inForce(Averaging averaging, Instant observedAt) {
        LocalDate day = dayOf(averaging, observedAt);
        return judging(averaging.wire(), day).or(() -> judging(Averaging.ANY, day));
    }

    private Optional<EmissionLimit> judging(String averaging, LocalDate day) {
        return versions.stream().filter(version -> version.judges(averaging, day)).map(Version::limit).findFirst();
    }

    /** Of an average the day of its last moment, in China: one that ends at 00:00 belongs to the day before. */
    private static LocalDate dayOf(Averaging averaging, Instant observedAt) {
        return (averaging == Averaging.INSTANT ? observedAt : observedAt.minus(FINEST)).atOffset(CHINA).toLocalDate();
    }
}
