package org.envdisclosure.air;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.envdisclosure.air.rules.Pollutant;
import org.envdisclosure.platform.dataset.Filters;
import org.envdisclosure.platform.ingest.BrokenFraming;
import org.envdisclosure.platform.ingest.FieldNames;
import org.envdisclosure.platform.ingest.LayoutReader;
import org.envdisclosure.platform.ingest.RawRecord;
import org.envdisclosure.platform.ingest.RowSink;
import org.envdisclosure.platform.measure.Flag;
import org.envdisclosure.platform.measure.FlagReason;
import org.envdisclosure.platform.measure.LocalizedText;
import org.envdisclosure.platform.time.TimeText;
import org.jspecify.annotations.Nullable;

/**
 * The contract's own columns. Computed columns of a downloaded file are passed over; any other unknown name is a fault. Of the
 * flags the authority's mark of an exceptional event is taken.
 */
final class NativeHourly implements LayoutReader<HourlyReading> {

    private static final List<String> KEY = List.of("station_code", "observed_at");
    private static final Set<String> KNOWN = known();

    private final HourlyCells cells;
    private final Stations stations;
    private @Nullable FieldNames names;
    private @Nullable String unknown;
    /** Where the columns stand in a record; -1 where there is none. */
    private int[] places = {};
    private int station;
    private int hour;
    private int flags;
    private String lastTimeText = "";
    private @Nullable Instant lastTime;

    NativeHourly(HourlyCells cells, Stations stations) {
        this.cells = cells;
        this.stations = stations;
    }

    private static Set<String> known() {
        Set<String> known = new HashSet<>(KEY);
        known.addAll(AirColumns.names(AirColumns.concentrations()));
        known.addAll(AirColumns.names(AirColumns.slidingMeans()));
        known.addAll(AirColumns.names(AirColumns.index()));
        known.addAll(AirColumns.names(AirColumns.reported()));
        known.addAll(AirColumns.names(AirColumns.status()));
        return known;
    }

    @Override
    public void header(FieldNames header, RowSink<HourlyReading> sink) throws BrokenFraming {
        header.require(KEY);
        resolve(header);
        if (unknown != null) {
            throw new BrokenFraming("unknown_column", LocalizedText.of("表头含有未知列 %s;可用的列:%s".formatted(unknown, columns()),
                    "the header names an unknown column %s; known are %s".formatted(unknown, columns())));
        }
    }

    private static String columns() {
        return String.join(", ", KNOWN.stream().sorted().toList());
    }

    private void resolve(FieldNames now) {
        if (now != names) {
            names = now;
            places = HourlyCells.COLUMNS.stream().mapToInt(now::indexOf).toArray();
            station = now.indexOf(KEY.get(0));
            hour = now.indexOf(KEY.get(1));
            flags = now.indexOf("flags");
            unknown = now.asList().stream().filter(name -> !KNOWN.contains(name)).findFirst().orElse(null);
        }
    }

    @Override
    public void record(RawRecord record, RowSink<HourlyReading> sink) {
        resolve(record.names());
        String code = value(record, station);
        Instant hourEnd = time(value(record, hour));
        Optional<String> refusal = refusal(code, hourEnd);
        if (refusal.isPresent() || code == null || hourEnd == null) {
            sink.rejected(record.line(), refusal.orElse("bad_key"), record.raw());
        } else {
            sink.parsed(record.line(), cells.reading(code, hourEnd, i -> value(record, places[i]), exceptional(value(record, flags))), record.raw());
        }
    }

    private static @Nullable String value(RawRecord record, int place) {
        return place < 0 ? null : record.value(place);
    }

    private Optional<String> refusal(@Nullable String code, @Nullable Instant hourEnd) {
        if (unknown != null) {
            return Optional.of("unknown_field");
        } else if (code == null || !stations.knows(code)) {
            return Optional.of(code == null || !Filters.CODE.matcher(code).matches() ? "bad_station_code" : "unknown_station");
        }
        return cells.refusal(hourEnd);
    }

    /** The authority's mark of an exceptional event, the one flag that cannot be seen from a value; all others are made here. */
    private static List<Flag> exceptional(@Nullable String flags) {
        if (flags == null || !flags.contains(FlagReason.EXCEPTIONAL_EVENT.wire())) {
            return List.of();
        }
        // a list comes as a;b or as the JSON array ["a","b"]
        List<String> words = List.of(flags.split("[\\[\\]\";,\\s]+"));
        return Arrays.stream(Pollutant.values()).map(pollutant -> new Flag(pollutant.column(), FlagReason.EXCEPTIONAL_EVENT))
                .filter(flag -> words.contains(flag.wire())).toList();
    }

    private @Nullable Instant time(@Nullable String text) {
        if (text == null) {
            return null;
        }
        // rows of one hour come together
        if (!text.equals(lastTimeText)) {
            lastTimeText = text;
            lastTime = TimeText.instant(text).orElse(null);
        }
        return lastTime;
    }

    static List<String> columnsTaken() {
        List<String> taken = new ArrayList<>(KEY);
        for (Pollutant pollutant : Pollutant.values()) {
            taken.add(pollutant.column());
        }
        taken.addAll(AirColumns.names(AirColumns.slidingMeans()));
        taken.addAll(AirColumns.names(AirColumns.reported()));
        return taken;
    }
}
