package org.envdisclosure.air;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import org.envdisclosure.platform.dataset.AsOf;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.dataset.Filter;
import org.envdisclosure.platform.dataset.Filters;
import org.envdisclosure.platform.dataset.Relation;
import org.envdisclosure.platform.dataset.TimeAxis;
import org.envdisclosure.platform.measure.LocalizedText;
import org.envdisclosure.platform.sql.Sql;
import org.jspecify.annotations.Nullable;

/** The declarations of forecasts, their verification and their scores. */
@ApplicationScoped
class ForecastDatasets {

    private static final LocalizedText[] FORECASTS = {LocalizedText.of("空气质量预报", "air quality forecast"), LocalizedText.of("空气质量指数", "AQI"),
            LocalizedText.of("预报检验", "forecast verification")};
    private static final List<String> KEY = List.of("date", "city_code", "issuer", "issued_at");

    @Produces
    @Singleton
    @Named("air-forecasts")
    Dataset forecasts() {
        return Dataset.named("air-forecasts", "/air/forecasts")
                .title("环境空气质量预报", "Air quality forecasts")
                .description("每次发布对每个城市每一天的预报各一行；历次发布均保留，latest=true 只取最新一次。",
                        "One row for each day an issue foretells for a city; every issue is kept, and latest=true gives the newest alone.")
                .columns(ForecastColumns.forecast())
                .key(KEY.toArray(String[]::new))
                .time("date", TimeAxis.Kind.DAY)
                .filters(StationFilters.cityOfRegister(), issuer(), latest("air_forecasts"))
                .keywords(FORECASTS)
                .revisedTable("air_forecasts")
                .cadence("P1D")
                .build();
    }

    @Produces
    @Singleton
    @Named("air-forecasts-verification")
    Dataset verification() {
        return Dataset.named("air-forecasts-verification", "/air/forecasts/verification")
                .title("环境空气质量预报检验", "Verification of air quality forecasts")
                .description("已有城市日数据的每条预报与实况对照；实况更正后随之重算。",
                        "Each forecast whose day has come beside the city's day; computed anew when either is corrected.")
                .columns(ForecastColumns.forecast()).columns(ForecastColumns.outcome())
                .columns(AirColumns.status().subList(0, 1)).columns(DailyColumns.computed())
                .key(KEY.toArray(String[]::new))
                .time("date", TimeAxis.Kind.DAY)
                .filters(StationFilters.cityOfRegister(), issuer(), latest("air_forecasts_verification"))
                .keywords(FORECASTS)
                .revisedTable("air_forecasts_verification")
                .cadence("P1D")
                .build();
    }

    @Produces
    @Singleton
    @Named("air-forecasts-scores")
    Dataset scores() {
        return Dataset.named("air-forecasts-scores", "/air/forecasts/scores")
                .title("环境空气质量预报评分", "Scores of air quality forecasts")
                .description("按月、城市、发布单位和预报时效统计的级别准确率、AQI 范围准确率、首要污染物准确率和平均偏差。",
                        "Hit rates of level, range and primary pollutant and the mean bias, by month, city, issuer and lead time.")
                .columns(ForecastColumns.score()).columns(AirColumns.status().subList(0, 1)).columns(DailyColumns.computed())
                .key("period_start", "city_code", "issuer", "lead_day")
                .time(PeriodTable.TIME.column(), PeriodTable.TIME.kind())
                .filters(StationFilters.cityOfRegister(), issuer())
                .keywords(FORECASTS)
                .revisedTable("air_forecasts_scores")
                .cadence("P1M")
                .build();
    }

    private static Filter issuer() {
        return Filters.single(new Filter.Parameter("issuer", LocalizedText.of("发布单位的准确名称", "Exact names of issuers"), ForecastColumns.EXAMPLE_ISSUER, true),
                (values, asOf) -> Sql.oneOf("issuer", values));
    }

    /** @param table the dataset's own */
    private static Filter latest(String table) {
        return Filters.single(new Filter.Parameter("latest",
                LocalizedText.of("true：每个城市、发布单位和日期只取最新一次发布", "true: only the newest issue for each city, issuer and day"), "true", false),
                (values, asOf) -> yes("latest", values) ? newest(table, asOf) : Sql.EMPTY);
    }

    /** Of the state that is asked for: a later issue of today does not hide what was the newest then. */
    private static Sql newest(String table, @Nullable AsOf asOf) {
        return Sql.of("NOT EXISTS (SELECT 1 FROM (SELECT city_code, issuer, date, issued_at FROM ")
                .then(Relation.revised(table, KEY, asOf))
                .then(") AS later WHERE later.city_code = %1$s.city_code AND later.issuer = %1$s.issuer AND later.date = %1$s.date AND later.issued_at > %1$s.issued_at)"
                        .formatted(table));
    }

    /** A parameter that is said or not. */
    static boolean yes(String parameter, List<String> values) {
        String value = String.join(",", values);
        Filters.requireWord(parameter, value, List.of("true", "false"));
        return value.equals("true");
    }
}
