package org.envdisclosure.air;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.dataset.DatasetOperation;
import org.envdisclosure.platform.dataset.Filters;
import org.envdisclosure.platform.measure.LocalizedText;
import org.envdisclosure.platform.sql.Sql;

/** What feeds say differently from the register, waiting for somebody to decide. */
@Singleton
class StationProposals {

    /** For key holders only, so no bean and no part of the catalogue. */
    static final Dataset DATASET = Dataset.named("air-station-proposals", "/air/stations/proposals")
            .title("点位变更建议", "Proposed versions of stations")
            .description("数据来源所报名称、城市或位置与登记不一致的点位。",
                    "Stations whose name, city or place a feed gives differently from the register; PUT the station to accept one.")
            .columns(Column.code("station_code", "点位编码", "Station code").like("9901A"),
                    Column.date("proposed_from", "来源首次如此报告的小时所属日期", "Day of the earliest hour for which the feed said so").like("2026-10-31"),
                    Column.text("name", "来源所报名称", "Name as the feed gives it").like("示例一站"),
                    Column.text("city_name", "来源所报城市", "City as the feed gives it").like("示例市"),
                    Column.decimal("longitude", "°", "来源所报经度", "Longitude as the feed gives it").like(new BigDecimal("109.0")),
                    Column.decimal("latitude", "°", "来源所报纬度", "Latitude as the feed gives it").like(new BigDecimal("33.0")),
                    Column.code("batch_id", "所在批次", "The batch that said so").like("7c9e6679-7425-40de-944b-e07fc1f90ae7"),
                    Column.instant("proposed_at", "记录时刻", "When it was noted").like("2026-10-31T08:12:03.5+08:00"))
            // a batch proposes one version of a station at most
            .key("proposed_at", "station_code", "batch_id")
            .filters(Filters.codes("station", "station_code", LocalizedText.of("点位编码", "Station codes"), "9901A"))
            .relation((asOf, now) -> Sql.of("""
                    (SELECT station_code, proposed_from, name, city_name, longitude, latitude, batch_id::text AS batch_id, proposed_at
                       FROM air_station_proposals) AS air_station_proposals"""))
            .confidential()
            .build();

    @Produces
    @Singleton
    static DatasetOperation operation() {
        return DatasetOperation.list("air-station-proposals", DATASET);
    }
}
