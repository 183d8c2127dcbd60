package org.envdisclosure.air;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.dataset.DatasetBuilder;
import org.envdisclosure.platform.dataset.Filters;
import org.envdisclosure.platform.measure.LocalizedText;

/** The declarations of months, quarters, years and rankings. */
@ApplicationScoped
class PeriodDatasets {

    private static final LocalizedText[] PERIODS = {LocalizedText.of("环境空气质量", "ambient air quality"), LocalizedText.of("综合指数", "composite index"),
            LocalizedText.of("环境空气质量评价", "air quality assessment")};

    @Produces
    @Singleton
    @Named("air-monthly")
    Dataset stationMonths() {
        return declared(PeriodTable.STATION_MONTHS, "/air/monthly", "点位月评价", "Months of stations", "P1M");
    }

    @Produces
    @Singleton
    @Named("air-annual")
    Dataset stationYears() {
        return declared(PeriodTable.STATION_YEARS, "/air/annual", "点位年评价", "Years of stations", "P1Y");
    }

    @Produces
    @Singleton
    @Named("air-cities-monthly")
    Dataset cityMonths() {
        return declared(PeriodTable.CITY_MONTHS, "/air/cities/monthly", "城市月评价", "Months of cities", "P1M");
    }

    @Produces
    @Singleton
    @Named("air-cities-quarterly")
    Dataset cityQuarters() {
        return declared(PeriodTable.CITY_QUARTERS, "/air/cities/quarterly", "城市季评价", "Quarters of cities", "P3M");
    }

    @Produces
    @Singleton
    @Named("air-cities-annual")
    Dataset cityYears() {
        return declared(PeriodTable.CITY_YEARS, "/air/cities/annual", "城市年评价", "Years of cities", "P1Y");
    }

    @Produces
    @Singleton
    @Named("air-cities-rankings")
    Dataset rankings() {
        List<Column> columns = List.of(
                Column.code("month", "月份", "Month").like("2026-10"),
                Column.integer("rank", "名次，指数相同者并列，其后名次跳过", "Rank; equal ones share it and the next is skipped").like(1),
                Column.flag("tied", "是否并列", "Whether the rank is shared").like(false),
                Column.code("city_code", "城市或区县代码", "Code of the city or county").by("GB/T 2260").like("990100"),
                Column.text("city_name", "名称", "Name").like("示例市"),
                Column.code("level", "城市或区县，各自排名", "City or county, each ranked for itself").oneOf("city", "county").like("city"),
                Column.decimal("composite_index", "1", "环境空气质量综合指数（越小越好）", "Composite index; less is better").like(new BigDecimal("3.18")),
                Column.codes("main_pollutants", "单项指数最大的污染物", "Pollutants with the greatest single index").like(List.of("O3")),
                Column.decimal("composite_index_excluding_exceptional", "1", "扣除例外事件（如沙尘）的综合指数", "Composite index without exceptional days such as dust")
                        .like(new BigDecimal("3.18")),
                Column.integer("rank_excluding_exceptional", "按扣除例外事件的综合指数的名次", "Rank by the composite index without exceptional days").like(1),
                Column.decimal("good_days_share", "%", "优良天数比例", "Share of days of level 1 and 2 among valid days").like(new BigDecimal("100.0")),
                Column.code("assessment_standard", "评价所依据的标准", "Standard whose limits the assessment takes").like("GB 3095-2026 (transitional)"),
                Column.date("period_start", "首日", "First day").like("2026-10-01"));
        return Dataset.named("air-cities-rankings", "/air/cities/rankings")
                .title("城市环境空气质量排名", "Ranking of cities by air quality")
                .description("按月综合指数排名，只含当月六项数据均有效的城市。",
                        "Ranked by the composite index of the month; only cities whose six pollutants are all valid in it.")
                .columns(columns)
                .columns(AirColumns.status().subList(0, 1))
                .key("period_start", "level", "rank", "city_code")
                .time(PeriodTable.TIME.column(), PeriodTable.TIME.kind())
                .filters(StationFilters.cityOfRegister(), StationFilters.level())
                .keywords(PERIODS)
                .derived(RankingRelation::at, "air-cities-monthly")
                .cadence("P1M")
                .build();
    }

    private static Dataset declared(PeriodTable period, String path, String zh, String en, String cadence) {
        DatasetBuilder dataset = Dataset.named(period.dataset(), path)
                .title("环境空气" + zh, en + ", assessed by HJ 663")
                .description("平均值、百分位数、各级天数、综合指数、达标情况及同比；有效天数不足时指数为空，统计值仅供参考。",
                        "Means, percentiles, days by level, composite index, attainment and the change against last year; where too few days are valid there is no index and the figures are for reference only.")
                .columns(period.columns())
                .key("period_start", period.place())
                .time(PeriodTable.TIME.column(), PeriodTable.TIME.kind())
                .keywords(PERIODS)
                .revisedTable(period.table())
                .cadence(cadence);
        StationFilters.period(period.kind()).ifPresent(dataset::filters);
        return period.ofCities() ? dataset.filters(StationFilters.cityOfRegister(), StationFilters.level()).build()
                : dataset.filters(Filters.codes("station", "station_code", AirDatasets.STATION, "9901A"), StationFilters.cityOfPeriod(period.table()))
                        .restingOn(period.dataset(), "air-stations").build();
    }
}
