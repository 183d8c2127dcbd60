package org.envdisclosure.air;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.envdisclosure.air.rules.Pollutant;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.measure.DataStatus;
import org.envdisclosure.platform.measure.LocalizedText;
import org.envdisclosure.platform.time.ChinaTime;
import org.jspecify.annotations.Nullable;

/** What was found around a place, as it is told: small enough for one glance of a phone. */
final class NearbyAnswer {

    private static final Set<String> TOLD_ONCE = Set.of("advice_zh", "advice_en");

    private final NearbyStations.Found found;
    private final Dataset latest;

    NearbyAnswer(NearbyStations.Found found, Dataset latest) {
        this.found = found;
        this.latest = latest;
    }

    Map<String, @Nullable Object> told() {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("data", found.stations().stream().map(this::station).toList());
        told.put("sparkline", found.sparkline() == null ? null : sparkline(found.sparkline()));
        told.put("advice", found.stations().isEmpty() || found.value(0, "advice_zh") == null ? null : advice());
        told.put("meta", meta());
        return told;
    }

    private Map<String, @Nullable Object> station(@Nullable Object[] values) {
        Map<String, @Nullable Object> station = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            Column column = found.columns().get(i);
            if (!TOLD_ONCE.contains(column.name())) {
                station.put(column.name(), values[i] instanceof Instant time ? ChinaTime.format(time) : values[i]);
            }
        }
        return station;
    }

    private Map<String, @Nullable Object> sparkline(NearbyStations.Sparkline line) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("station_code", found.value(0, "station_code"));
        told.put("from", ChinaTime.format(line.to().minus(Duration.ofHours(NearbyStations.HOURS - 1))));
        told.put("to", ChinaTime.format(line.to()));
        told.put("step", "PT1H");
        told.put("aqi", line.aqi());
        told.put("pm25", line.pm25());
        return told;
    }

    private Map<String, @Nullable Object> advice() {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("zh", found.value(0, "advice_zh"));
        told.put("en", found.value(0, "advice_en"));
        return told;
    }

    private Map<String, @Nullable Object> meta() {
        Map<String, @Nullable Object> meta = new LinkedHashMap<>();
        meta.put("dataset", latest.id());
        meta.put("revision", found.hourlyRevision());
        Map<String, String> units = new LinkedHashMap<>();
        for (Pollutant pollutant : Pollutant.values()) {
            units.put(pollutant.column(), pollutant.unit());
        }
        meta.put("units", units);
        meta.put("license", latest.licence());
        meta.put("attribution", latest.attribution().zh());
        meta.put("notice", notice());
        return meta;
    }

    /** That of the least reviewed station. */
    private @Nullable LocalizedText notice() {
        List<DataStatus> statuses = new ArrayList<>();
        for (int i = 0; i < found.stations().size(); i++) {
            DataStatus.ofWire(String.valueOf(found.value(i, "data_status"))).ifPresent(statuses::add);
        }
        return statuses.stream().min(DataStatus::compareTo).map(DataStatus::notice).orElse(null);
    }
}
