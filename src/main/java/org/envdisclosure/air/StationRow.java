package org.envdisclosure.air;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.envdisclosure.platform.sql.CopyText;
import org.jspecify.annotations.Nullable;

/** One version of a station as received; see {@link AirStation} for the meaning of each part. */
record StationRow(String stationCode, LocalDate validFrom, String name, @Nullable String nameEn, @Nullable String cityCode,
                  @Nullable String cityName, @Nullable String divisionCode, @Nullable BigDecimal longitude, @Nullable BigDecimal latitude,
                  @Nullable String datum, @Nullable BigDecimal elevation, @Nullable String siteType, @Nullable String controlLevel,
                  boolean inCityEvaluation, @Nullable List<String> measuredPollutants, @Nullable String operator,
                  @Nullable LocalDate validTo) {

    StationRow endingOn(@Nullable LocalDate end) {
        return new StationRow(stationCode, validFrom, name, nameEn, cityCode, cityName, divisionCode, longitude, latitude, datum, elevation, siteType,
                controlLevel, inCityEvaluation, measuredPollutants, operator, end);
    }

    /** Writes the staged columns of {@link AirTables#STATIONS}. */
    void write(CopyText out) {
        out.text(stationCode).text(validFrom.toString()).text(name).text(nameEn).text(cityCode).text(cityName).text(divisionCode)
                .number(longitude).number(latitude).text(datum).number(elevation).text(siteType).text(controlLevel)
                .bool(inCityEvaluation).texts(measuredPollutants).text(operator).text(validTo == null ? null : validTo.toString());
    }
}
