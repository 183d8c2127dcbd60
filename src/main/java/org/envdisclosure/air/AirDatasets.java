package org.envdisclosure.air;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.dataset.DatasetBuilder;
import org.envdisclosure.platform.dataset.DatasetOperation;
import org.envdisclosure.platform.dataset.Filter;
import org.envdisclosure.platform.dataset.Filters;
import org.envdisclosure.platform.dataset.TimeAxis;
import org.envdisclosure.platform.measure.LocalizedText;
import org.envdisclosure.platform.operation.WorkQueue;
import org.envdisclosure.platform.register.RegisterFilters;

/** The declarations of the air datasets. */
@ApplicationScoped
class AirDatasets {

    private static final LocalizedText[] HOURS = {LocalizedText.of("环境空气质量", "ambient air quality"), LocalizedText.of("空气质量指数", "AQI"),
            LocalizedText.of("细颗粒物", "PM2.5"), LocalizedText.of("臭氧", "ozone"), LocalizedText.of("小时数据", "hourly data")};
    static final LocalizedText STATION = LocalizedText.of("点位编码", "Station codes");

    @Produces
    @Singleton
    @Named("air-stations")
    Dataset stations() {
        return register()
                .filters(Filters.codes("station", "station_code", STATION, "9901A"), StationFilters.cityOfRegister(),
                        Filters.words("site_type", "site_type", List.of("urban", "regional", "background", "source_impact", "traffic"),
                                LocalizedText.of("点位类型", "Kinds of site")),
                        Filters.words("control_level", "control_level", List.of("national", "province", "city", "county"),
                                LocalizedText.of("管理级别", "Administrative levels")),
                        Filters.boundingBox(), Filters.near(), RegisterFilters.validOn())
                .dependingOnNow()
                .build();
    }

    /** One station on a day: its newest version that had begun. */
    static Dataset station() {
        return register().filters(RegisterFilters.begunOn()).dependingOnNow().build();
    }

    /** The register with all its versions. */
    static Dataset stationVersions() {
        return register().build();
    }

    private static DatasetBuilder register() {
        return Dataset.named("air-stations", "/air/stations")
                .title("环境空气监测点位", "Ambient air stations")
                .description("点位登记及其历次版本：位置、类型、所属城市、是否参加城市评价。",
                        "The register of stations in versions valid in time: place, kind, city, part in the city's evaluation.")
                .columns(AirColumns.station())
                .key("station_code", "valid_from")
                .keywords(LocalizedText.of("环境空气质量", "ambient air quality"), LocalizedText.of("监测点位", "monitoring station"))
                .revisedTable("air_stations")
                .cadence("P1M");
    }

    @Produces
    @Singleton
    @Named("air-hourly")
    Dataset hourly() {
        return Dataset.named("air-hourly", "/air/hourly")
                .title("环境空气小时数据", "Hourly ambient air quality")
                .description("各点位六项污染物小时浓度、滑动平均、分指数与空气质量指数。",
                        "Hourly concentrations of the six pollutants at every station, sliding means, individual indices and the AQI.")
                .columns(AirColumns.stationHour())
                .columns(AirColumns.concentrations()).columns(AirColumns.slidingMeans())
                .columns(AirColumns.index()).columns(AirColumns.reported()).columns(AirColumns.status())
                .key("observed_at", "station_code")
                .time("observed_at", TimeAxis.Kind.PERIOD_END)
                .filters(Filters.codes("station", "station_code", STATION, "9901A"), StationFilters.cityOfHour())
                .keywords(HOURS)
                .revisedTable("air_hourly")
                .restingOn("air-hourly", "air-stations")
                .build();
    }

    @Produces
    @Singleton
    @Named("air-latest")
    Dataset latest() {
        return Dataset.named("air-latest", "/air/latest")
                .title("环境空气实时数据", "Latest ambient air quality")
                .description("每个在册点位的最新一小时，附点位、级别、颜色与健康建议。",
                        "The newest hour of every station in the register, with its place, level, colour and health advice.")
                .columns(AirColumns.stationHour())
                .columns(AirColumns.concentrations()).columns(AirColumns.slidingMeans())
                .columns(AirColumns.index()).columns(AirColumns.reported()).columns(AirColumns.status())
                .columns(AirColumns.station().stream().filter(column -> List.of("name", "name_en", "city_code", "city_name", "longitude", "latitude")
                        .contains(column.name())).toList())
                .columns(AirColumns.advice())
                .key("station_code")
                .filters(Filters.codes("station", "station_code", STATION, "9901A"), StationFilters.cityOfRegister(),
                        Filters.boundingBox(), Filters.near())
                .keywords(HOURS)
                .derived(LatestRelation::ofStations, "air-hourly", "air-stations")
                .dependingOnNow()
                .build();
    }

    @Produces
    @Singleton
    @Named("air-cities-hourly")
    Dataset cityHours() {
        return Dataset.named("air-cities-hourly", "/air/cities/hourly")
                .title("城市环境空气小时数据", "Hourly air quality of cities")
                .description("城市（level=county 为区县）评价点位浓度的平均及其空气质量指数；不是指数的平均或最大值。",
                        "Means of the concentrations of a city's (level=county: a county's) evaluation points, and the index of these means; never a mean or maximum of indices.")
                .columns(AirColumns.cityHour())
                .columns(AirColumns.concentrations()).columns(AirColumns.slidingMeans())
                .columns(AirColumns.index()).columns(AirColumns.status()).columns(AirColumns.stationsBehind())
                .key("observed_at", "city_code")
                .time("observed_at", TimeAxis.Kind.PERIOD_END)
                .filters(StationFilters.cityOfRegister(), StationFilters.level())
                .keywords(HOURS)
                .revisedTable("air_cities_hourly")
                .build();
    }

    @Produces
    @Singleton
    @Named("air-cities-latest")
    Dataset cityLatest() {
        Filter level = StationFilters.level();
        return Dataset.named("air-cities-latest", "/air/cities/latest")
                .title("城市环境空气实时数据", "Latest air quality of cities")
                .description("每个城市（level=county 为区县）的最新一小时，附级别、颜色与健康建议。",
                        "The newest hour of every city (level=county: county), with level, colour and health advice.")
                .columns(AirColumns.cityHour())
                .columns(AirColumns.concentrations()).columns(AirColumns.slidingMeans())
                .columns(AirColumns.index()).columns(AirColumns.status()).columns(AirColumns.stationsBehind())
                .columns(AirColumns.advice())
                .key("city_code")
                .filters(StationFilters.cityOfRegister(), level)
                .keywords(HOURS)
                .derived(LatestRelation::ofCities, "air-cities-hourly", "air-stations")
                .dependingOnNow()
                .build();
    }

    @Produces
    @Singleton
    DatasetOperation oneStation() {
        return DatasetOperation.single("air-station", station());
    }

    @Produces
    @Singleton
    DatasetOperation stationHistory() {
        return DatasetOperation.list("air-station-history", stationVersions());
    }

    /** Changes of the register whose city hours are not recomputed yet. */
    @Produces
    @Singleton
    WorkQueue cityHourQueue() {
        return new WorkQueue() {
            @Override
            public String queueName() {
                return "air-city-hour";
            }

            @Override
            public String queueTable() {
                return "air_city_hour_queue";
            }
        };
    }
}
