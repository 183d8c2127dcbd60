package org.envdisclosure.air;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.envdisclosure.air.rules.period.Completeness;
import org.envdisclosure.platform.measure.CalendarPeriod;
import org.envdisclosure.platform.measure.DataStatus;
import org.envdisclosure.platform.sql.CopyText;
import org.envdisclosure.platform.time.ChinaTime;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@link CompletenessTables}.
 *
 * @param daysValid days with a valid daily value
 * @param lowest    of the hours' states of review; null when there were none
 */
record CompletenessRow(String station, CalendarPeriod period, String pollutant, Completeness hours, int daysValid, @Nullable DataStatus lowest) {

    private static final int SECONDS_OF_HOUR = 3_600;

    /** With all gaps, of which a month has 372 at most. */
    void writeMonth(Instant now, CopyText out) {
        begin(out).texts(hours.gaps().stream().map(this::interval).toList());
        end(now, out);
    }

    /** With the longest gap alone. */
    void writeYear(Instant now, CopyText out) {
        begin(out).text(hours.longestGap().map(this::interval).orElse(null));
        end(now, out);
    }

    private CopyText begin(CopyText out) {
        return out.text(station).text(period.label()).text(pollutant).date(period.firstDay()).date(period.lastDay().plusDays(1))
                .integer(hours.expected()).integer(hours.received()).integer(hours.valid()).integer(hours.notMonitored())
                .number(hours.validRate()).integer(daysValid).integer(hours.gaps().size()).integer(hours.longestGapHours());
    }

    private void end(Instant now, CopyText out) {
        out.text((lowest == null ? DataStatus.REALTIME : lowest).wire()).instant(now);
    }

    /** ISO 8601, {@code start/end}. */
    private String interval(Completeness.Gap gap) {
        Instant start = ChinaTime.startOf(period.firstDay());
        return ChinaTime.format(start.plusSeconds(SECONDS_OF_HOUR * gap.from())) + "/" + ChinaTime.format(start.plusSeconds(SECONDS_OF_HOUR * gap.to()));
    }

    /** Reads intervals of {@link #writeMonth} again, in hours since {@code start}. */
    static List<Completeness.Gap> gaps(List<String> intervals, Instant start) {
        return intervals.stream().map(interval -> {
            int slash = interval.indexOf('/');
            return new Completeness.Gap(hours(start, interval.substring(0, slash)), hours(start, interval.substring(slash + 1)));
        }).toList();
    }

    private static long hours(Instant start, String moment) {
        return (OffsetDateTime.parse(moment).toEpochSecond() - start.getEpochSecond()) / SECONDS_OF_HOUR;
    }
}
