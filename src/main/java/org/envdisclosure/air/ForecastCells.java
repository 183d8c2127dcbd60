package org.envdisclosure.air;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.envdisclosure.air.rules.AqiLevel;
import org.envdisclosure.air.rules.Pollutant;
import org.envdisclosure.air.rules.PrimaryPollutantWords;
import org.envdisclosure.air.rules.period.AqiForecast;
import org.envdisclosure.platform.entry.Cells;
import org.envdisclosure.platform.time.ChinaTime;
import org.jspecify.annotations.Nullable;

/** From the cells of a forecast to a row. Levels follow from the AQI where there is one, and are read where there is none. */
final class ForecastCells {

    static final int LONGEST_ISSUER = 100;
    static final int LONGEST_TEXT = 2_000;
    private static final int HIGHEST_AQI = 500;
    private static final List<AqiLevel> LEVELS = List.of(AqiLevel.values());

    private final KnownCities cities;
    private final Instant latest;

    /** @param latest moment of issue that is not yet of the future */
    ForecastCells(KnownCities cities, Instant latest) {
        this.cities = cities;
        this.latest = latest;
    }

    ForecastRow row(Cells cells) throws Cells.Refused {
        KnownCities.City city = cities.of(cells);
        String issuer = issuer(cells);
        Instant issuedAt = issuedAt(cells, latest);
        LocalDate date = Cells.needed("date", cells.date("date"));
        long leadDays = ChronoUnit.DAYS.between(ChinaTime.dateOf(issuedAt), date);
        if (leadDays < 0) {
            throw new Cells.Refused("date_before_issue");
        }
        return new ForecastRow(city, issuer, issuedAt, date, forecast(cells, (int) leadDays), cells.lines("text", LONGEST_TEXT));
    }

    /** A comma would part a name in two where it is asked for. */
    private static String issuer(Cells cells) throws Cells.Refused {
        String issuer = Cells.needed("issuer", cells.text("issuer", LONGEST_ISSUER));
        if (issuer.indexOf(',') >= 0) {
            throw new Cells.Refused("bad_issuer");
        }
        return issuer;
    }

    /** The moment of issue of a forecast or a warning. */
    static Instant issuedAt(Cells cells, Instant latest) throws Cells.Refused {
        Instant issuedAt = Cells.needed("issued_at", cells.instant("issued_at"));
        if (issuedAt.isAfter(latest)) {
            throw new Cells.Refused("time_in_the_future");
        }
        return issuedAt;
    }

    private static AqiForecast forecast(Cells cells, int leadDays) throws Cells.Refused {
        AqiForecast.AqiRange aqi = range(cells);
        Set<Pollutant> primary = primary(cells);
        if (aqi != null) {
            return AqiForecast.ofRange(leadDays, aqi, primary);
        }
        AqiLevel low = level(cells, "aqi_level_low");
        AqiLevel high = level(cells, "aqi_level_high");
        if (low == null && high == null) {
            throw new Cells.Refused("missing_aqi");
        }
        AqiLevel lowest = Objects.requireNonNullElse(low, high);
        AqiLevel highest = Objects.requireNonNullElse(high, low);
        if (lowest.compareTo(highest) > 0) {
            throw new Cells.Refused("aqi_level_low_above_aqi_level_high");
        }
        return new AqiForecast(leadDays, lowest, highest, null, primary);
    }

    private static AqiForecast.@Nullable AqiRange range(Cells cells) throws Cells.Refused {
        Integer low = aqi(cells, "aqi_low");
        Integer high = aqi(cells, "aqi_high");
        if (low == null && high == null) {
            return null;
        } else if (low == null || high == null) {
            throw new Cells.Refused("aqi_range_incomplete");
        } else if (low > high) {
            throw new Cells.Refused("aqi_low_above_aqi_high");
        }
        return new AqiForecast.AqiRange(low, high);
    }

    private static @Nullable Integer aqi(Cells cells, String column) throws Cells.Refused {
        Integer aqi = cells.whole(column);
        if (aqi != null && (aqi < 0 || aqi > HIGHEST_AQI)) {
            throw new Cells.Refused("aqi_out_of_range");
        }
        return aqi;
    }

    private static @Nullable AqiLevel level(Cells cells, String column) throws Cells.Refused {
        Integer number = cells.whole(column);
        if (number != null && (number < 1 || number > LEVELS.size())) {
            throw new Cells.Refused("bad_" + column);
        }
        return number == null ? null : LEVELS.get(number - 1);
    }

    private static Set<Pollutant> primary(Cells cells) throws Cells.Refused {
        EnumSet<Pollutant> pollutants = EnumSet.noneOf(Pollutant.class);
        for (String word : Objects.requireNonNullElse(cells.list("primary_pollutants"), List.<String>of())) {
            PrimaryPollutantWords words = PrimaryPollutantWords.parse(String.valueOf(word));
            if (!words.unknown().isEmpty()) {
                throw new Cells.Refused("unknown_pollutant");
            }
            pollutants.addAll(words.pollutants());
        }
        return pollutants;
    }
}
