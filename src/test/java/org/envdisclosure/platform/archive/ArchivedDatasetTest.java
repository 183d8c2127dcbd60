package org.envdisclosure.platform.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.dataset.DatasetBuilder;
import org.envdisclosure.platform.dataset.Filter;
import org.envdisclosure.platform.dataset.Filters;
import org.envdisclosure.platform.dataset.Relation;
import org.envdisclosure.platform.dataset.TimeAxis;
import org.envdisclosure.platform.measure.LocalizedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchivedDatasetTest {

    private static final Filter STATION = Filters.codes("station", "station_code", LocalizedText.of("点位", "Stations"), "1A");

    @ParameterizedTest(name = "{0} at {1}: {2} is the last month that has ended   ({3})")
    @CsvSource({
        "PT1H, 2026-05-31T15:59:59Z, 2026-04, the last hour of May is under way in +08:00",
        "PT1H, 2026-05-31T16:00:00Z, 2026-05, midnight in +08:00",
        "P1D,  2026-05-31T16:00:00Z, 2026-05, days end with their month",
        "P1M,  2026-05-31T16:00:00Z, 2026-05, months too",
        "P3M,  2026-05-31T16:00:00Z, 2026-03, a quarter that began in April has not ended",
        "P3M,  2026-06-30T16:00:00Z, 2026-04, now it has",
        "P1Y,  2026-05-31T16:00:00Z, 2025-06, a year that began in June has ended",
        "P1Y,  2025-12-30T16:00:00Z, 2024-12, one that began in January has not",
        "P1Y,  2025-12-31T16:00:00Z, 2025-01, now it has"})
    void a_month_ends_with_what_its_rows_cover(String cadence, Instant moment, YearMonth last, String why) {
        assertThat(kept(hours().cadence(cadence).build()).lastEnded(moment)).isEqualTo(last);
    }

    @Test
    void a_month_of_hour_ending_rows_includes_its_end_and_not_its_beginning() {
        assertThat(kept(hours().build()).rows(YearMonth.of(2026, 5), Instant.EPOCH).literal()).isEqualTo(
                "SELECT observed_at, station_code, pm25 FROM hours WHERE observed_at > '2026-04-30T16:00:00Z'::timestamptz "
                + "AND observed_at <= '2026-05-31T16:00:00Z'::timestamptz ORDER BY observed_at, station_code");
    }

    @Test
    void a_month_of_days_is_its_days() {
        Dataset days = Dataset.named("days", "/days").columns(Column.date("date", "日", "Day"), Column.code("station_code", "点位", "Station"))
                .key("date", "station_code").time("date", TimeAxis.Kind.DAY).revisedTable("days").cadence("P1D").build();

        assertThat(kept(days).rows(YearMonth.of(2026, 5), Instant.EPOCH).literal()).isEqualTo(
                "SELECT date, station_code FROM days WHERE date >= '2026-05-01'::date AND date < '2026-06-01'::date ORDER BY date, station_code");
    }

    @Test
    void what_rests_on_more_than_its_own_rows_is_not_kept() {
        assertThat(ArchivedDataset.of(hours().dependingOnNow().build())).isEmpty();
        assertThat(ArchivedDataset.of(hours().confidential().build())).isEmpty();
        assertThat(ArchivedDataset.of(hours().columns(Column.instant("withdrawn_at", "撤下", "Taken down")).revisedTable("hours").build())).isEmpty();
        assertThat(ArchivedDataset.of(hours().key("station_code", "observed_at").build())).isEmpty();
        assertThat(ArchivedDataset.of(columns().key("observed_at", "station_code").time("observed_at", TimeAxis.Kind.PERIOD_END)
                .derived((asOf, now) -> Relation.revised("hours", List.of("pm25"), asOf), "hours").build())).isEmpty();
    }

    @Test
    void other_columns_are_another_layout() {
        Dataset wider = columns().columns(Column.decimal("pm10", "µg/m³", "PM10", "PM10")).key("observed_at", "station_code")
                .time("observed_at", TimeAxis.Kind.PERIOD_END).revisedTable("hours").build();

        assertThat(kept(hours().build()).layout()).isEqualTo(kept(hours().build()).layout()).isNotEqualTo(kept(wider).layout());
    }

    @Test
    void places_have_pieces_when_nothing_else_tells_rows_of_one_time_apart() {
        Dataset three = columns().columns(Column.code("parameter", "项目", "Parameter")).key("observed_at", "station_code", "parameter")
                .time("observed_at", TimeAxis.Kind.PERIOD_END).revisedTable("hours").build();

        assertThat(kept(hours().build()).place()).contains("station_code");
        assertThat(kept(three).place()).isEmpty();
    }

    private static ArchivedDataset kept(Dataset dataset) {
        return ArchivedDataset.of(dataset).orElseThrow();
    }

    private static DatasetBuilder hours() {
        return columns().key("observed_at", "station_code").time("observed_at", TimeAxis.Kind.PERIOD_END).filters(STATION).revisedTable("hours");
    }

    private static DatasetBuilder columns() {
        return Dataset.named("hours", "/hours").columns(Column.instant("observed_at", "时间", "Hour"), Column.code("station_code", "点位", "Station"),
                Column.decimal("pm25", "µg/m³", "PM2.5", "PM2.5"));
    }
}
