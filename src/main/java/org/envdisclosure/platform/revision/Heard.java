package org.envdisclosure.platform.revision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.time.TimeRange;

/**
 * The revisions of one dataset as they stood in one snapshot of the database. Numbers are given once, so whatever other snapshot has the
 * same newest number has the same of all this.
 *
 * @param newest      the newest revision
 * @param publishedAt the moment of the head, which is the newest revision's
 * @param months      by month the newest revision that touched it
 */
public record Heard(Mark newest, Instant publishedAt, NavigableMap<LocalDate, Mark> months) {

    static final Heard NOTHING = new Heard(Mark.NONE, Instant.EPOCH, new TreeMap<>());

    /** A revision and when it was published. */
    public record Mark(long revision, Instant publishedAt) {

        static final Mark NONE = new Mark(0, Instant.EPOCH);

        private static Mark newer(Mark one, Mark other) {
            return other.revision > one.revision ? other : one;
        }
    }

    /** 0 when nothing was published. */
    public long revision() {
        return newest.revision();
    }

    /** The newest revision that touched the months {@code range} covers, those included that touched every month. */
    public Mark touching(Dataset dataset, TimeRange range) {
        if (dataset.time().isEmpty()) {
            return newest;
        }
        return months.subMap(RevisionBoard.firstMonth(range), true, RevisionBoard.lastMonth(dataset, range), true).values().stream()
                .reduce(months.getOrDefault(RevisionLedger.EVERY_MONTH, Mark.NONE), Mark::newer);
    }

    /**
     * This and what a later snapshot says.
     *
     * @param since the revision behind which the months of {@code later} are complete
     */
    Heard then(long since, Heard later) {
        if (later.revision() <= revision() || revision() < since) {
            return this;
        }
        NavigableMap<LocalDate, Mark> all = new TreeMap<>(months);
        all.putAll(later.months);
        return new Heard(later.newest, later.publishedAt, all);
    }
}
