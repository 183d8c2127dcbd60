package org.envdisclosure.air;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.envdisclosure.platform.dataset.Filters;
import org.envdisclosure.platform.ingest.BrokenFraming;
import org.envdisclosure.platform.ingest.FieldNames;
import org.envdisclosure.platform.ingest.LayoutReader;
import org.envdisclosure.platform.ingest.RawRecord;
import org.envdisclosure.platform.ingest.RowSink;
import org.envdisclosure.platform.measure.LocalizedText;
import org.envdisclosure.platform.time.ChinaTime;
import org.jspecify.annotations.Nullable;

/**
 * The archive layout {@code date,hour,type,1001A,1002A,…}: a line per hour and type, a column per station. The lines of one hour
 * are gathered into one reading per station; a station none of whose cells holds anything sent nothing and is no row.
 * {@code hour} is the end of the averaging hour, 0 the end of the day before. Here {@code O3_8h} is the plain 8-hour mean.
 */
final class ChinaSitesHourly implements LayoutReader<HourlyReading> {

    private static final Map<String, String> COLUMN_OF_TYPE = Map.ofEntries(
            Map.entry("PM2.5", "pm25"), Map.entry("PM10", "pm10"), Map.entry("SO2", "so2"), Map.entry("NO2", "no2"),
            Map.entry("O3", "o3"), Map.entry("CO", "co"), Map.entry("O3_8h", "o3_8h"), Map.entry("PM2.5_24h", "pm25_24h"),
            Map.entry("PM10_24h", "pm10_24h"), Map.entry("AQI", "reported_aqi"));
    private static final List<String> TYPES_NOT_PUBLISHED = List.of("SO2_24h", "NO2_24h", "O3_24h", "O3_8h_24h", "CO_24h");
    private static final int FIRST_STATION = 3;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    private final HourlyCells cells;
    private final Stations stations;
    private List<String> codes = List.of();
    private @Nullable Instant hour;
    private final Map<String, RawRecord> byColumn = new LinkedHashMap<>();

    ChinaSitesHourly(HourlyCells cells, Stations stations) {
        this.cells = cells;
        this.stations = stations;
    }

    @Override
    public void header(FieldNames header, RowSink<HourlyReading> sink) throws BrokenFraming {
        List<String> names = header.asList();
        if (names.size() <= FIRST_STATION || !names.subList(0, FIRST_STATION).equals(List.of("date", "hour", "type"))) {
            throw new BrokenFraming("missing_column", LocalizedText.of("表头应为 date,hour,type 及各点位编码",
                    "the header is date,hour,type and then one column per station code"));
        }
        codes = names.subList(FIRST_STATION, names.size());
        Optional<String> bad = codes.stream().filter(code -> !Filters.CODE.matcher(code).matches()).findFirst();
        if (bad.isPresent()) {
            throw new BrokenFraming("bad_station_code", LocalizedText.of("表头中的点位编码无效:" + bad.get(), "the header holds a bad station code: " + bad.get()));
        }
    }

    @Override
    public void record(RawRecord record, RowSink<HourlyReading> sink) {
        if (codes.isEmpty()) {
            sink.rejected(record.line(), "layout_needs_csv", record.raw());
            return;
        }
        Instant time = time(record.value(0), record.value(1));
        String type = String.valueOf(record.value(2));
        Optional<String> refusal = cells.refusal(time);
        if (refusal.isEmpty() && !COLUMN_OF_TYPE.containsKey(type) && !TYPES_NOT_PUBLISHED.contains(type)) {
            refusal = Optional.of("unknown_type");
        }
        if (refusal.isPresent()) {
            sink.rejected(record.line(), refusal.get(), record.raw());
            return;
        }
        if (!Objects.equals(time, hour)) {
            finishHour(sink);
            hour = time;
        }
        byColumn.put(type, record);
    }

    private static @Nullable Instant time(@Nullable String date, @Nullable String hour) {
        if (date == null || hour == null || !hour.matches("\\d{1,2}") || Integer.parseInt(hour) > 23) {
            return null;
        }
        try {
            return LocalDate.parse(date, DATE).atStartOfDay().plusHours(Integer.parseInt(hour)).toInstant(ChinaTime.OFFSET);
        } catch (DateTimeException notADate) {
            return null;
        }
    }

    private void finishHour(RowSink<HourlyReading> sink) {
        if (hour == null) {
            return;
        }
        Map<String, RawRecord> lines = new LinkedHashMap<>();
        byColumn.forEach((type, record) -> {
            if (COLUMN_OF_TYPE.containsKey(type)) {
                lines.put(COLUMN_OF_TYPE.get(type), record);
            }
        });
        long line = byColumn.values().iterator().next().line();
        for (int i = 0; i < codes.size(); i++) {
            int column = FIRST_STATION + i;
            if (lines.values().stream().anyMatch(record -> isGiven(record.value(column)))) {
                if (!stations.admits(codes.get(i))) {
                    sink.rejected(line, "too_many_new_stations", raw(codes.get(i), column));
                    continue;
                }
                stations.seen(codes.get(i), hour, null, null, null, null);
                sink.parsed(line, cells.reading(codes.get(i), hour, place -> cell(lines.get(HourlyCells.COLUMNS.get(place)), column)),
                        raw(codes.get(i), column));
            }
        }
        byColumn.clear();
    }

    private static @Nullable String cell(@Nullable RawRecord record, int column) {
        return record == null ? null : record.value(column);
    }

    private static boolean isGiven(@Nullable String cell) {
        return cell != null && !cell.isBlank();
    }

    /** What was said of one station in this hour, one {@code type=value} per line of the file. */
    private String raw(String code, int column) {
        List<String> parts = new ArrayList<>(List.of(code + " " + ChinaTime.format(hour)));
        byColumn.forEach((type, record) -> parts.add(type + "=" + record.value(column)));
        return String.join(" ", parts);
    }

    @Override
    public void end(RowSink<HourlyReading> sink) {
        finishHour(sink);
    }
}
