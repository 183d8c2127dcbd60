package org.envdisclosure.water;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.envdisclosure.platform.ingest.BrokenFraming;
import org.envdisclosure.platform.ingest.FieldNames;
import org.envdisclosure.platform.ingest.LayoutReader;
import org.envdisclosure.platform.ingest.MeasuredCells;
import org.envdisclosure.platform.ingest.RawRecord;
import org.envdisclosure.platform.ingest.RowSink;
import org.envdisclosure.platform.measure.FlagReason;
import org.envdisclosure.platform.measure.Received;
import org.envdisclosure.platform.measure.ReceivedValues;
import org.envdisclosure.platform.time.ChinaTime;
import org.envdisclosure.platform.time.TimeText;
import org.envdisclosure.water.rules.ChlorophyllUnit;
import org.jspecify.annotations.Nullable;

/**
 * The columns of snapshots of the national automatic stations. The value is that of {@code <item>_raw}, the one shown is kept as text;
 * chlorophyll a comes in mg/L, now and then in another unit. A row says month, day and time of its sampling, the year follows from {@code file_date}, also across
 * New Year. A row without a time is the state of a station, not a reading. The state is that of the file's day: one other than normal is
 * also told of beside a sampling that comes again after it.
 */
final class CnemcWater implements LayoutReader<WaterReading> {

    private static final Map<String, String> ITEMS = items();
    private static final List<String> NEEDED = List.of("file_date", "province", "section", "time_mmdd_hhmm", "status");
    private static final Pattern SAMPLED = Pattern.compile("(\\d{2})-(\\d{2}) (\\d{2}):(\\d{2})");
    /** What the feed writes in place of a value it has filtered out as extreme. */
    private static final String EXTREME = "极值过滤";

    /** Rows that wait for the end of their batch; beyond it what was named so far decides, so that no batch can fill the memory. */
    private static final int MOST_HELD = 20_000;

    private final List<Row> held = new ArrayList<>();
    private final ReadingCells cells;
    private final Sections sections;
    private final SectionStates states;

    /** A record that says where and when; without a time it is a state. */
    private record Row(RawRecord record, String province, String name, LocalDate fileDate, @Nullable Instant sampledAt, @Nullable StationState state) {
    }

    CnemcWater(ReadingCells cells, Sections sections, SectionStates states) {
        this.cells = cells;
        this.sections = sections;
        this.states = states;
    }

    private static Map<String, String> items() {
        Map<String, String> items = new LinkedHashMap<>();
        items.put("water_temperature", "temp");
        items.put("ph", "pH");
        items.put("dissolved_oxygen", "DO");
        items.put("conductivity", "cond");
        items.put("turbidity", "turb");
        items.put("codmn", "CODMn");
        items.put("nh3n", "NH3");
        items.put("tp", "TP");
        items.put("tn", "TN");
        items.put("chlorophyll_a", "chl");
        items.put("algal_density", "alg");
        return items;
    }

    @Override
    public void header(FieldNames header, RowSink<WaterReading> sink) throws BrokenFraming {
        header.require(NEEDED);
    }

    @Override
    public void record(RawRecord record, RowSink<WaterReading> sink) {
        String province = text(record, "province");
        String name = text(record, "section");
        LocalDate fileDate = Optional.ofNullable(text(record, "file_date")).flatMap(TimeText::date).orElse(null);
        String time = text(record, "time_mmdd_hhmm");
        StationState state = StationState.ofFeed(text(record, "status")).orElse(null);
        Instant sampledAt = time == null || fileDate == null ? null : sampledAt(fileDate, time);
        Optional<String> refusal = !Sections.isName(province) || !Sections.isName(name) ? Optional.of("bad_section")
                : fileDate == null ? Optional.of("bad_file_date") : cells.refusal(time == null ? ChinaTime.startOf(fileDate) : sampledAt);
        if (refusal.isEmpty() && time == null && state == null) {
            // it says nothing else
            refusal = Optional.of("unknown_status");
        }
        if (refusal.isPresent() || province == null || name == null || fileDate == null) {
            sink.rejected(record.line(), refusal.orElse("bad_section"), record.raw());
            return;
        }
        Row row = new Row(record, province, name, fileDate, sampledAt, state);
        if (sections.dependsOnTheRest(province, name) && held.size() < MOST_HELD) {
            held.add(row);
        } else {
            take(row, sink);
        }
    }

    private void take(Row row, RowSink<WaterReading> sink) {
        Instant sampledAt = row.sampledAt();
        StationState state = row.state();
        LocalDate day = sampledAt == null ? row.fileDate() : ChinaTime.dateOf(sampledAt);
        String section = sections.codeOf(row.province(), row.name(), text(row.record(), "basin"), day);
        if (section == null) {
            sink.rejected(row.record().line(), "too_many_new_sections", row.record().raw());
            return;
        }
        if (state != null && (sampledAt == null || state != StationState.NORMAL)) {
            states.seen(section, row.fileDate(), state);
        }
        if (sampledAt == null) {
            states.takenApart();
        } else {
            sink.parsed(row.record().line(), reading(row.record(), section, sampledAt, state), row.record().raw());
        }
    }

    private WaterReading reading(RawRecord record, String section, Instant sampledAt, @Nullable StationState state) {
        MeasuredCells measured = new MeasuredCells(List.of());
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        ITEMS.forEach((column, feed) -> values.put(column, value(record, column, feed, measured)));
        values.put("reported_class", text(record, "class"));
        values.put("station_state", text(record, "status"));
        return cells.reading(section, sampledAt, state, values::get, measured);
    }

    /** The value behind the one shown; the shown one where there is none behind it. */
    private static @Nullable String value(RawRecord record, String column, String feed, MeasuredCells measured) {
        String shown = text(record, feed);
        String raw = text(record, feed + "_raw");
        if (raw != null) {
            measured.keep(column + "_shown", shown);
        } else if (shown != null && shown.contains(EXTREME)) {
            measured.flag(column, FlagReason.SUSPECT);
            measured.keep(column, shown);
            return null;
        }
        String value = raw == null ? shown : raw;
        return column.equals("chlorophyll_a") ? chlorophyll(value, measured) : value;
    }

    /** In µg/L; a value that would be a thousand of them was hardly in mg/L, and nobody knows what it was in. */
    private static @Nullable String chlorophyll(@Nullable String text, MeasuredCells measured) {
        Received received = ReceivedValues.read(text);
        BigDecimal number = received.value();
        if (number == null) {
            return text;
        } else if (number.compareTo(BigDecimal.ONE) >= 0) {
            measured.flag("chlorophyll_a", FlagReason.SUSPECT);
            measured.keep("chlorophyll_a", text);
            return null;
        }
        String converted = ChlorophyllUnit.MILLIGRAMS_PER_LITRE.toMicrogramsPerLitre(number).toPlainString();
        return received.flag() == FlagReason.BELOW_DETECTION ? converted + "L" : converted;
    }

    /** In the latest year in which it is not more than a day after the file. */
    private static @Nullable Instant sampledAt(LocalDate fileDate, String text) {
        Matcher parts = SAMPLED.matcher(text);
        if (!parts.matches()) {
            return null;
        }
        try {
            MonthDay day = MonthDay.of(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
            LocalTime time = LocalTime.of(Integer.parseInt(parts.group(3)), Integer.parseInt(parts.group(4)));
            for (int year = fileDate.getYear() + 1; year >= fileDate.getYear() - 1; year--) {
                if (day.isValidYear(year) && !day.atYear(year).isAfter(fileDate.plusDays(1))) {
                    return LocalDateTime.of(day.atYear(year), time).toInstant(ChinaTime.OFFSET);
                }
            }
            return null;
        } catch (DateTimeException noSuchTime) {
            return null;
        }
    }

    private static @Nullable String text(RawRecord record, String column) {
        String text = record.value(column);
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** All names of the batch are known. */
    @Override
    public void end(RowSink<WaterReading> sink) {
        held.forEach(row -> take(row, sink));
        held.clear();
    }
}
