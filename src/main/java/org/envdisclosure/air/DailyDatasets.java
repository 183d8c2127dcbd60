package org.envdisclosure.air;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.dataset.Filters;
import org.envdisclosure.platform.dataset.TimeAxis;
import org.envdisclosure.platform.measure.LocalizedText;

/** The declarations of the daily datasets. */
@ApplicationScoped
class DailyDatasets {

    private static final LocalizedText[] DAYS = {LocalizedText.of("环境空气质量", "ambient air quality"), LocalizedText.of("空气质量指数", "AQI"),
            LocalizedText.of("日报", "daily report")};

    @Produces
    @Singleton
    @Named("air-daily")
    Dataset daily() {
        return Dataset.named("air-daily", "/air/daily")
                .title("环境空气日数据", "Daily ambient air quality")
                .description("各点位日均浓度、臭氧日最大 8 小时平均及日空气质量指数；有小时数据的每个点位每天一行，有效数据不足的项为空。",
                        "Daily means, the daily maximum 8-hour mean of ozone and the daily AQI of every station; one row for each station and day that has any hour, with empty values where too few are valid.")
                .columns(DailyColumns.stationDay()).columns(DailyColumns.concentrations()).columns(DailyColumns.index())
                .columns(DailyColumns.validHours()).columns(AirColumns.status()).columns(DailyColumns.computed())
                .key("date", "station_code")
                .time("date", TimeAxis.Kind.DAY)
                .filters(Filters.codes("station", "station_code", AirDatasets.STATION, "9901A"), StationFilters.cityOfDay())
                .keywords(DAYS)
                .revisedTable("air_daily")
                .restingOn("air-daily", "air-stations")
                .cadence("P1D")
                .build();
    }

    @Produces
    @Singleton
    @Named("air-cities-daily")
    Dataset cityDays() {
        return Dataset.named("air-cities-daily", "/air/cities/daily")
                .title("城市环境空气日数据", "Daily air quality of cities")
                .description("城市（level=county 为区县）评价点位日浓度的平均及其日空气质量指数；背景点、对照点不参加。",
                        "Means of the daily concentrations of a city's (level=county: a county's) evaluation points and the index of these means; background and reference points are left out.")
                .columns(DailyColumns.cityDay()).columns(DailyColumns.concentrations()).columns(DailyColumns.index())
                .columns(DailyColumns.stationsBehind()).columns(AirColumns.status()).columns(DailyColumns.computed())
                .key("date", "city_code")
                .time("date", TimeAxis.Kind.DAY)
                .filters(StationFilters.cityOfRegister(), StationFilters.level())
                .keywords(DAYS)
                .revisedTable("air_cities_daily")
                .cadence("P1D")
                .build();
    }
}
