package org.envdisclosure.air;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.dataset.DatasetBuilder;
import org.envdisclosure.platform.dataset.Filter;
import org.envdisclosure.platform.dataset.Filters;
import org.envdisclosure.platform.ingest.StoredTable;
import org.envdisclosure.platform.measure.CalendarPeriod;
import org.envdisclosure.platform.measure.LocalizedText;

/** The declarations of the valid-data rate. */
@ApplicationScoped
class CompletenessDatasets {

    private static final LocalizedText[] COMPLETENESS = {LocalizedText.of("环境空气质量", "ambient air quality"),
            LocalizedText.of("有效数据率", "valid-data rate"), LocalizedText.of("数据缺口", "gaps in data")};

    @Produces
    @Singleton
    @Named("air-completeness")
    Dataset months() {
        return declared(CompletenessTables.MONTHS, "/air/completeness", CalendarPeriod.month(YearMonth.of(2026, 7)), CompletenessColumns.gaps())
                .title("环境空气有效数据率与缺口（月）", "Valid-data rate and gaps of stations by month")
                .description("每个点位、每月、每项污染物一行：应有、收到、有效的小时数，有效数据率，有效天数和各个缺口；无数据的月份同样成行。",
                        "One row for each station, month and pollutant: hours expected, received and valid, the valid-data rate, valid days and every gap; a month without any data has its row too.")
                .cadence("P1M")
                .build();
    }

    @Produces
    @Singleton
    @Named("air-completeness-annual")
    Dataset years() {
        return declared(CompletenessTables.YEARS, "/air/completeness/annual", CalendarPeriod.year(2027), CompletenessColumns.longestGap())
                .title("环境空气有效数据率与缺口（年）", "Valid-data rate and gaps of stations by year")
                .description("每个点位、每年、每项污染物一行，由各月汇总；只列最长的缺口。",
                        "One row for each station, year and pollutant, from its months; of the gaps only the longest is given.")
                .cadence("P1Y")
                .build();
    }

    private static DatasetBuilder declared(StoredTable table, String path, CalendarPeriod period, Column gaps) {
        return Dataset.named(table.dataset(), path)
                .columns(PeriodColumns.station()).columns(PeriodColumns.period(period)).columns(CompletenessColumns.pollutant())
                .columns(CompletenessColumns.hours()).columns(gaps)
                .columns(AirColumns.status().subList(0, 1)).columns(DailyColumns.computed())
                .key("period_start", "station_code", "pollutant")
                .time(PeriodTable.TIME.column(), PeriodTable.TIME.kind())
                .filters(Filters.codes("station", "station_code", AirDatasets.STATION, "9901A"), StationFilters.cityOfPeriod(table.name()),
                        Filters.words("pollutant", "pollutant", CompletenessColumns.POLLUTANTS, LocalizedText.of("污染物", "Pollutants")))
                .keywords(COMPLETENESS)
                .filters(StationFilters.period(period.kind()).stream().toArray(Filter[]::new))
                .revisedTable(table.name())
                .restingOn(table.dataset(), "air-stations");
    }
}
