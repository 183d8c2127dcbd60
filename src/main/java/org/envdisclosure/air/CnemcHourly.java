package org.envdisclosure.air;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.envdisclosure.platform.dataset.Filters;
import org.envdisclosure.platform.ingest.BrokenFraming;
import org.envdisclosure.platform.ingest.FieldNames;
import org.envdisclosure.platform.ingest.LayoutReader;
import org.envdisclosure.platform.ingest.RawRecord;
import org.envdisclosure.platform.ingest.RowSink;
import org.envdisclosure.platform.time.ChinaTime;
import org.jspecify.annotations.Nullable;

/**
 * The columns of the national real-time feed. Times are China time without offset ({@code 2026-03-12T2300}), the label is the
 * end of the hour. The feed's {@code o3_8h} and {@code o3_8h_24h} are swapped: {@code o3_8h_24h} is the plain 8-hour mean.
 */
final class CnemcHourly implements LayoutReader<HourlyReading> {

    private static final Map<String, String> FEED_COLUMN = Map.ofEntries(
            Map.entry("pm25", "pm2_5"), Map.entry("pm10", "pm10"), Map.entry("so2", "so2"), Map.entry("no2", "no2"),
            Map.entry("o3", "o3"), Map.entry("co", "co"), Map.entry("o3_8h", "o3_8h_24h"), Map.entry("pm25_24h", "pm2_5_24h"),
            Map.entry("pm10_24h", "pm10_24h"), Map.entry("reported_aqi", "aqi"),
            Map.entry("reported_primary_pollutants", "primarypollutant"));
    private static final List<String> NEEDED = List.of("timepoint", "stationcode", "pm2_5", "pm10", "so2", "no2", "o3", "co");
    private static final DateTimeFormatter TIMEPOINT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH[:]mm[:ss]").withResolverStyle(ResolverStyle.STRICT);

    private final HourlyCells cells;
    private final Stations stations;
    private String lastTimeText = "";
    private @Nullable Instant lastTime;

    CnemcHourly(HourlyCells cells, Stations stations) {
        this.cells = cells;
        this.stations = stations;
    }

    @Override
    public void header(FieldNames header, RowSink<HourlyReading> sink) throws BrokenFraming {
        header.require(NEEDED);
    }

    @Override
    public void record(RawRecord record, RowSink<HourlyReading> sink) {
        String station = record.value("stationcode");
        Instant hourEnd = time(record.value("timepoint"));
        Optional<String> refusal = station == null || !Filters.CODE.matcher(station).matches()
                ? Optional.of("bad_station_code") : cells.refusal(hourEnd);
        if (refusal.isEmpty() && station != null && !stations.admits(station)) {
            refusal = Optional.of("too_many_new_stations");
        }
        if (refusal.isPresent() || station == null || hourEnd == null) {
            sink.rejected(record.line(), refusal.orElse("bad_key"), record.raw());
            return;
        }
        stations.seen(station, hourEnd, record.value("positionname"), record.value("area"), record.value("longitude"), record.value("latitude"));
        sink.parsed(record.line(), cells.reading(station, hourEnd, place -> record.value(FEED_COLUMN.get(HourlyCells.COLUMNS.get(place)))), record.raw());
    }

    private @Nullable Instant time(@Nullable String text) {
        if (text == null) {
            return null;
        }
        if (!text.equals(lastTimeText)) {
            lastTimeText = text;
            lastTime = parse(text);
        }
        return lastTime;
    }

    private static @Nullable Instant parse(String text) {
        try {
            return LocalDateTime.parse(text, TIMEPOINT).toInstant(ChinaTime.OFFSET);
        } catch (DateTimeException notATime) {
            return null;
        }
    }
}
