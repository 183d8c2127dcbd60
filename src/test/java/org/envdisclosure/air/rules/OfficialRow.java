package org.envdisclosure.air.rules;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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

    private static final DateTimeFormatter LABEL = new DateTimeFormatterBuilder().appendPattern("uuuu-MM-dd'T'HH[mm]")
            .parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0).toFormatter(Locale.ROOT);
    private static final Map<Pollutant, String> COLUMNS = Map.of(Pollutant.PM25, "pm2_5", Pollutant.PM10, "pm10",
            Pollutant.SO2, "so2", Pollutant.NO2, "no2", Pollutant.O3, "o3", Pollutant.CO, "co");

    /** A row of the feed's hourly files. */
    static OfficialRow ofFeed(NamedCsvRecord line) {
        return of(line, "aqi", "primarypollutant", new NineIndicatorAqi.SlidingMeans(number(line.getField("o3_8h_24h")),
                number(line.getField("pm10_24h")), number(line.getField("pm2_5_24h")), number(line.getField("so2_24h"))));
    }

    /** A row of the selection around the change of edition, which carries an independent calculation by both editions. */
    static OfficialRow ofSelection(NamedCsvRecord line) {
        return of(line, "official_aqi", "official_primary", new NineIndicatorAqi.SlidingMeans(null, null, null, null));
    }

    private static OfficialRow of(NamedCsvRecord line, String aqiColumn, String primaryColumn, NineIndicatorAqi.SlidingMeans sliding) {
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
        BigDecimal aqi = number(line.getField(aqiColumn));
        return new OfficialRow(line.getField("stationcode"),
                LocalDateTime.parse(line.getField("timepoint"), LABEL).toInstant(ZoneOffset.ofHours(8)),
                SixPollutants.of(concentrations), notMonitored, aqi == null ? null : aqi.intValueExact(),
                line.getField(primaryColumn), sliding);
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

    /** The authority's AQI and, as a set, its primary pollutants. */
    boolean agreesWith(AqiReport report) {
        return Objects.equals(aqi, report.aqi()) && officialPrimary().equals(Set.copyOf(report.primaryPollutants()));
    }

    private Set<Pollutant> officialPrimary() {
        PrimaryPollutantWords words = PrimaryPollutantWords.parse(primary);
        if (!words.unknown().isEmpty()) {
            throw new IllegalStateException("no pollutant known as " + words.unknown());
        }
        return Set.copyOf(words.pollutants());
    }

    private static @Nullable BigDecimal number(String text) {
        return text.isEmpty() || text.equals("NA") || text.equals("/") ? null : new BigDecimal(text);
    }
}
