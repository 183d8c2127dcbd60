package org.envdisclosure.air;

import static org.envdisclosure.platform.ingest.StoredTable.field;

import java.time.Instant;
import java.util.List;
import org.envdisclosure.platform.dataset.AsOf;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.dataset.Relation;
import org.envdisclosure.platform.dataset.TimeAxis;
import org.envdisclosure.platform.ingest.StoredTable;
import org.envdisclosure.platform.sql.Sql;
import org.jspecify.annotations.Nullable;

/** Warnings as they were issued, and whether they are in force, which no row can say for itself. */
final class AlertTable {

    static final List<String> COLORS = List.of("yellow", "orange", "red");
    static final String IN_FORCE = "in_force";
    /** Of the database's clock, for whoever reads the view. */
    static final Sql DATABASE_CLOCK = Sql.of("now()");

    static final StoredTable ISSUED = new StoredTable("air-alerts", "air_alerts_issued",
            List.of(field("city_code", "text"), field("issued_at", "timestamptz")),
            List.of(field("alert_id", "text"), field("color", "text"), field("starts_at", "timestamptz"), field("ends_at", "timestamptz"),
                    field("measures", "text"), field("lifted_at", "timestamptz")),
            List.of(field("city_name", "text")), List.of(), new TimeAxis("issued_at", TimeAxis.Kind.INSTANT), false);

    private AlertTable() {
    }

    static List<Column> columns() {
        return List.of(
                Column.code("city_code", "城市或区县代码", "Code of the city or county").by("GB/T 2260").like("990100"),
                Column.text("city_name", "名称，取自行政区划表或点位登记", "Name, from the division table or the register of stations").like("示例市"),
                Column.text("alert_id", "预警编号", "Number of the warning").like("示例预警〔2026〕1号"),
                Column.code("color", "预警级别颜色：黄、橙、红", "Colour of the level of the warning").oneOf(COLORS.toArray(String[]::new)).like("orange"),
                Column.instant("issued_at", "发布时刻", "When it was issued").like("2026-10-30T18:00:00+08:00"),
                Column.instant("starts_at", "生效时刻", "When it comes into force").like("2026-10-31T00:00:00+08:00"),
                Column.instant("ends_at", "终止时刻（不含）；空为另行通知", "When it ends (exclusive); empty while open-ended").like("2026-11-02T00:00:00+08:00"),
                Column.text("measures", "应急措施", "What is ordered while it is in force").like("Ⅱ级应急响应：工地停止土石方作业"),
                Column.instant("lifted_at", "提前解除或解除的时刻", "When it was lifted, also before its end"),
                Column.code("status", "按查询时刻：已发布未生效、生效中、已到期、已解除", "At the moment of asking: announced, in force, ended, lifted")
                        .oneOf("announced", IN_FORCE, "ended", "lifted").like(IN_FORCE));
    }

    /** @param now what decides whether a warning is in force */
    static Sql at(@Nullable AsOf asOf, Instant now) {
        return at(asOf, Sql.of("?", now));
    }

    static Sql at(@Nullable AsOf asOf, Sql now) {
        List<String> stored = ISSUED.staged().stream().map(StoredTable.Field::name).toList();
        return Sql.of("(SELECT " + String.join(", ", stored) + ", revision, CASE WHEN lifted_at <= ").then(now)
                .then(" THEN 'lifted' WHEN ends_at <= ").then(now)
                .then(" THEN 'ended' WHEN starts_at > ").then(now)
                .then(" THEN 'announced' ELSE '" + IN_FORCE + "' END AS status FROM ")
                .then(Relation.revised(ISSUED.name(), stored, asOf)).then(") AS air_alerts");
    }
}
