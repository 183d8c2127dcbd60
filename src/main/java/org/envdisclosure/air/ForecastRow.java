package org.envdisclosure.air;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.envdisclosure.air.rules.Pollutant;
import org.envdisclosure.air.rules.period.AqiForecast;
import org.envdisclosure.platform.sql.CopyText;
import org.jspecify.annotations.Nullable;

/**
 * One day of one city as somebody foretold it.
 *
 * @param city     of the division table or the register
 * @param issuer   who foretold it
 * @param issuedAt when
 * @param date     the day foretold
 * @param text     in words, or null
 */
record ForecastRow(KnownCities.City city, String issuer, Instant issuedAt, LocalDate date, AqiForecast forecast, @Nullable String text) {

    /** Writes the staged columns of {@link ForecastTables#FORECASTS}; which issue it follows is filled in later. */
    void write(CopyText out) {
        AqiForecast.AqiRange aqi = forecast.aqi();
        out.text(city.code()).text(issuer).instant(issuedAt).date(date)
                .integer(aqi == null ? null : aqi.lowest()).integer(aqi == null ? null : aqi.highest())
                .integer(forecast.lowestLevel().number()).integer(forecast.highestLevel().number())
                .texts(wireNames()).text(text)
                .text(city.name()).integer(forecast.leadDays())
                .instant(null);
    }

    /** In the order of the pollutants, so that another order of the same is no correction. */
    private List<String> wireNames() {
        return forecast.primaryPollutants().stream().sorted().map(Pollutant::wireName).toList();
    }
}
