package org.envdisclosure.air;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.envdisclosure.air.rules.DayIndicators;
import org.envdisclosure.air.rules.DayValidity;
import org.envdisclosure.air.rules.Pollutant;
import org.envdisclosure.air.rules.StationDay;
import org.envdisclosure.air.rules.StationDayHours;
import org.envdisclosure.platform.measure.DataStatus;
import org.envdisclosure.platform.measure.Flag;
import org.envdisclosure.platform.measure.FlagReason;
import org.envdisclosure.platform.sql.CopyText;
import org.envdisclosure.platform.sql.TextArray;
import org.jspecify.annotations.Nullable;

/** The hours of one station and day as they are read from the table, with what they say about themselves. */
final class DayOfHours {

    /** What {@link #add} reads, in the alias {@code h}; the label is that of the alias {@code d}'s day. */
    static final String COLUMNS = """
            (extract(epoch FROM h.observed_at - (d.bucket_day::timestamp AT TIME ZONE INTERVAL '+08:00')) / 3600)::integer AS label,
                   h.pm25, h.pm10, h.so2, h.no2, h.o3, h.co, h.received_flags, h.data_status""";

    /**
     * A lateral query for the hours of {@code station} on the day of the alias {@code d}, by the index on station and hour. The offset
     * keeps the planner from making a join of it: it takes the two bounds for a ninth of the station's years and reads the whole table.
     */
    static String of(String station) {
        return """
                LATERAL (SELECT x.* FROM air_hourly x
                          WHERE x.station_code = %s
                            AND x.observed_at > d.bucket_day::timestamp AT TIME ZONE INTERVAL '+08:00'
                            AND x.observed_at <= (d.bucket_day + 1)::timestamp AT TIME ZONE INTERVAL '+08:00'
                         OFFSET 0) AS h""".formatted(station);
    }

    private static final Pollutant[] POLLUTANTS = Pollutant.values();

    private final StationDayHours hours = new StationDayHours(DayValidity.STANDARD);
    private final BitSet valid = new BitSet();
    private final EnumSet<Pollutant> notMonitored = EnumSet.allOf(Pollutant.class);
    private final EnumSet<Pollutant> exceptional = EnumSet.noneOf(Pollutant.class);
    private boolean planned;
    private @Nullable DataStatus lowest;

    void clear() {
        hours.clear();
        valid.clear();
        notMonitored.addAll(EnumSet.allOf(Pollutant.class));
        exceptional.clear();
        planned = false;
        lowest = null;
    }

    void add(ResultSet row) throws SQLException {
        int label = row.getInt("label");
        boolean anyValue = false;
        for (Pollutant pollutant : POLLUTANTS) {
            BigDecimal value = row.getBigDecimal(pollutant.column());
            if (value != null) {
                anyValue = true;
                hours.put(label, pollutant, value);
                // a setting may let negative values in, but none takes part in a mean
                valid.set(label, valid.get(label) || value.signum() >= 0);
            }
        }
        addFlags(TextArray.of(row.getArray("received_flags")), anyValue);
        DataStatus status = DataStatus.ofWire(row.getString("data_status")).orElse(DataStatus.REALTIME);
        lowest = DataStatus.lower(lowest, status);
    }

    private void addFlags(List<String> flags, boolean anyValue) {
        if (flags.isEmpty()) {
            addMarks(EnumSet.noneOf(Pollutant.class), anyValue);
            return;
        }
        EnumSet<Pollutant> marked = EnumSet.noneOf(Pollutant.class);
        for (Pollutant pollutant : POLLUTANTS) {
            if (flags.contains(new Flag(pollutant.column(), FlagReason.NOT_MONITORED).wire())) {
                marked.add(pollutant);
            }
            if (flags.contains(new Flag(pollutant.column(), FlagReason.EXCEPTIONAL_EVENT).wire())) {
                exceptional.add(pollutant);
            }
        }
        addMarks(marked, anyValue);
    }

    /** An hour without any value and without a mark is that of a station off the line: it says nothing of the plan. */
    private void addMarks(Set<Pollutant> marked, boolean anyValue) {
        if (anyValue || !marked.isEmpty()) {
            notMonitored.retainAll(marked);
            planned = true;
        }
    }

    StationDay day() {
        return hours.day();
    }

    /** Labels with at least one valid value. */
    BitSet validLabels() {
        return valid;
    }

    /** Pollutants that every hour of the day that says anything says are outside the plan. */
    private Set<Pollutant> notMonitored() {
        return planned ? notMonitored : Set.of();
    }

    /** @param leftOut what the register leaves out besides */
    Set<Pollutant> notMonitored(Set<Pollutant> leftOut) {
        EnumSet<Pollutant> outside = EnumSet.noneOf(Pollutant.class);
        outside.addAll(notMonitored());
        outside.addAll(leftOut);
        return outside;
    }

    /** Pollutants that some hour of the day marks as those of an exceptional event. */
    Set<Pollutant> exceptional() {
        return exceptional;
    }

    /** The lowest state of review among the hours; null when there were none. */
    @Nullable DataStatus lowest() {
        return lowest;
    }

    /** The daily column of a pollutant: ozone's is its daily maximum. */
    static String column(Pollutant pollutant) {
        return pollutant == Pollutant.O3 ? "o3_8h_max" : pollutant.column();
    }

    /** Means, the two of ozone last: the order of the daily tables. */
    static void write(DayIndicators<BigDecimal> values, CopyText out) {
        for (Pollutant pollutant : POLLUTANTS) {
            if (pollutant != Pollutant.O3) {
                out.number(values.six().get(pollutant));
            }
        }
        out.number(values.six().get(Pollutant.O3)).number(values.ozoneOneHour());
    }

    /** Why a pollutant has no daily value, and which days are exceptional. */
    static List<String> flags(DayIndicators<?> values, Set<Pollutant> notMonitored, Set<Pollutant> measured, Set<Pollutant> exceptional) {
        List<String> flags = new ArrayList<>();
        for (Pollutant pollutant : POLLUTANTS) {
            if (values.six().get(pollutant) == null) {
                FlagReason reason = notMonitored.contains(pollutant) ? FlagReason.NOT_MONITORED
                        : measured.contains(pollutant) ? FlagReason.INSUFFICIENT : FlagReason.MISSING;
                flags.add(new Flag(column(pollutant), reason).wire());
            }
            if (exceptional.contains(pollutant)) {
                flags.add(new Flag(column(pollutant), FlagReason.EXCEPTIONAL_EVENT).wire());
            }
        }
        return flags;
    }
}
