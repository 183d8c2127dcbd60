package org.envdisclosure.air.rules;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.jspecify.annotations.Nullable;

/**
 * One row of the national real-time feed, as far as the index needs it.
 *
 * @param aqi     the authority's; null when it gave none
 * @param primary the authority's primary pollutants, as written
 * @param sliding o3_8h and o3_8h_24h are swapped in this feed: the second is the plain 8-hour mean
 */
record OfficialRow(String station, Instant hourEnd, SixPollutants<BigDecimal> concentrations, Set<Pollutant> notMonitored,
        @Nullable Integer aqi, String primary, NineIndicatorAqi.SlidingMeans sliding) {

    private static final DateTimeFormatter LABEL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmm");
    private static final Map<Pollutant, String> COLUMNS = Map.of(Pollutant.PM25, "pm2_5", Pollutant.PM10, "pm10",
            Pollutant.SO2, "so2", Pollutant.NO2, "no2", Pollutant.O3, "o3", Pollutant.CO, "co");

    static OfficialRow of(NamedCsvRecord line) {
        Map<Pollutant, BigDecimal> concentrations = new EnumMap<>(Pollutant.class);
        Set<Pollutant> notMonitored = EnumSet.noneOf(Pollutant.class);
        COLUMNS.forEach((pollutant, column) -> {
            BigDecimal value = number(line.getField(column));
            if (value != null) {
                concentrations.put(pollutant, value);
            } else if (line.getField(column).equals("/")) {
                notMonitored.add(pollutant);
            }
        });
        BigDecimal aqi = number(line.getField("aqi"));
        return new OfficialRow(line.getField("stationcode"),
                LocalDateTime.parse(line.getField("timepoint"), LABEL).toInstant(ZoneOffset.ofHours(8)),
                SixPollutants.of(concentrations), notMonitored, aqi == null ? null : aqi.intValueExact(), line.getField("primarypollutant"),
                new NineIndicatorAqi.SlidingMeans(number(line.getField("o3_8h_24h")), number(line.getField("pm10_24h")),
                        number(line.getField("pm2_5_24h")), number(line.getField("so2_24h"))));
    }

    AqiEdition edition() {
        return AqiEdition.inForceFor(hourEnd);
    }

    AqiReport computed() {
        return HourlyAqi.of(edition(), concentrations, notMonitored);
    }

    boolean hasMissing() {
        for (Pollutant pollutant : Pollutant.values()) {
            if (concentrations.get(pollutant) == null && !notMonitored.contains(pollutant)) {
                return true;
            }
        }
        return false;
    }

    Set<Pollutant> officialPrimary() {
        PrimaryPollutantWords words = PrimaryPollutantWords.parse(primary);
        if (!words.unknown().isEmpty()) {
            throw new IllegalStateException("no pollutant known as " + words.unknown());
        }
        EnumSet<Pollutant> set = EnumSet.noneOf(Pollutant.class);
        set.addAll(words.pollutants());
        return set;
    }

    private static @Nullable BigDecimal number(String text) {
        return text.isEmpty() || text.equals("NA") || text.equals("/") ? null : new BigDecimal(text);
    }
}
