package org.envdisclosure.air;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.envdisclosure.air.rules.Pollutant;
import org.envdisclosure.air.rules.period.StationHours;
import org.envdisclosure.platform.ingest.Recomputation;
import org.envdisclosure.platform.ingest.Stage;
import org.envdisclosure.platform.measure.CalendarPeriod;
import org.envdisclosure.platform.measure.DataStatus;
import org.envdisclosure.platform.time.ChinaTime;
import org.jspecify.annotations.Nullable;

/** One station and month: hours in, a row for each pollutant out; nothing for a month that owes nothing and has no row yet. */
final class CompletenessMonth implements Recomputation.Gathering {

    private static final Pollutant[] POLLUTANTS = Pollutant.values();

    private final String station;
    private final LocalDate start;
    private final boolean published;
    private final Instant now;
    private final int[] daysValid = new int[POLLUTANTS.length];
    private final StationHours hours = new StationHours();
    private @Nullable DataStatus lowest;

    CompletenessMonth(ResultSet first, RegisteredSpans spans, Instant now) throws SQLException {
        this.station = first.getString("bucket_key");
        this.start = first.getObject("bucket_day", LocalDate.class);
        this.published = first.getBoolean("published");
        this.now = now;
        for (Pollutant pollutant : POLLUTANTS) {
            daysValid[pollutant.ordinal()] = first.getInt(CompletenessMonths.daysOf(pollutant));
        }
        Instant begins = ChinaTime.startOf(start);
        // the hour itself is owed: its number is that of its end
        int from = Math.max(1, hoursFrom(begins, first.getTimestamp("first_hour").toInstant()));
        int to = hoursFrom(begins, first.getTimestamp("ends").toInstant());
        spans.of(station).forEach(span -> serve(begins, from, to, span));
    }

    private void serve(Instant begins, int from, int to, RegisteredSpans.Span span) {
        int spanFrom = hoursFrom(begins, ChinaTime.startOf(span.from())) + 1;
        int spanTo = span.to() == null ? to : hoursFrom(begins, ChinaTime.startOf(span.to()));
        hours.inService(Math.max(from, spanFrom), Math.min(to, spanTo), span.outsidePlan());
    }

    private static int hoursFrom(Instant begins, Instant moment) {
        return (int) Duration.between(begins, moment).toHours();
    }

    @Override
    public boolean holds(ResultSet row) throws SQLException {
        return start.equals(row.getObject("bucket_day", LocalDate.class)) && station.equals(row.getString("bucket_key"));
    }

    @Override
    public void add(ResultSet row) throws SQLException {
        String status = row.getString("data_status");
        if (status == null) {
            return;
        }
        int hour = row.getInt("hour");
        int valid = row.getInt("valid");
        int notMonitored = row.getInt("not_monitored");
        hours.row(hour, notMonitored != 0 || row.getBoolean("any_value"));
        for (int i = 0; i < POLLUTANTS.length; i++) {
            if ((valid >> i & 1) == 1) {
                hours.valid(hour, POLLUTANTS[i]);
            }
            if ((notMonitored >> i & 1) == 1) {
                hours.notMonitored(hour, POLLUTANTS[i]);
            }
        }
        lowest = DataStatus.lower(lowest, Objects.requireNonNull(DataStatus.ofWire(status).orElse(DataStatus.REALTIME)));
    }

    @Override
    public boolean isEmpty() {
        return hours.isEmpty() && !published;
    }

    @Override
    public void stage(Stage stage) throws SQLException, IOException {
        CalendarPeriod month = CalendarPeriod.containing(CalendarPeriod.Kind.MONTH, start);
        for (Pollutant pollutant : POLLUTANTS) {
            new CompletenessRow(station, month, pollutant.wireName(), hours.of(pollutant), daysValid[pollutant.ordinal()], lowest)
                    .writeMonth(now, stage.recomputed());
            stage.endRow();
        }
    }
}
