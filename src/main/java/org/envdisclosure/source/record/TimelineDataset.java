package org.envdisclosure.source.record;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.dataset.DatasetOperation;
import org.envdisclosure.platform.dataset.Filters;
import org.envdisclosure.platform.dataset.TimeAxis;
import org.envdisclosure.platform.measure.LocalizedText;
import org.envdisclosure.platform.sql.Sql;
import org.envdisclosure.platform.withdrawal.Withdrawals;

/** What happened around a source: its records as everybody may read them, the versions of its register and of its limits. */
@Singleton
class TimelineDataset {

    private static final List<String> EVENTS = List.of("record", "register", "limit");
    private static final List<String> OF_RECORDS = List.of("kind", "title", "document_no", "outlet_code", "status", "occurred_on", "decided_on");
    private static final String LIKE_MIDNIGHT = "(%s.valid_from::timestamp AT TIME ZONE INTERVAL '+08:00')";

    /** One source's, so no bean. */
    static final Dataset DATASET = Dataset.named("sources-timeline", "/sources/{source_id}/timeline")
            .title("污染源时间线", "Timeline of a source")
            .description("一个污染源的监管记录、登记版本与许可限值版本，按时间排列；已撤回的记录不列。",
                    "Records of supervision of one source, versions of its register and of its limits by time. A record that was withdrawn is not among them.")
            .columns(Column.instant("event_at", "时刻：记录为首次公开时刻，版本为生效日零时", "A record's first publication, or the midnight from which a version holds").like("2026-10-16T09:00:00+08:00"),
                    Column.code("event", "事件：记录、登记版本、限值版本", "A record, a version of the register, a version of a limit").oneOf(EVENTS.toArray(String[]::new)).like("record"),
                    Column.code("item", "记录编号、污染源编号或限值编号", "Code of the record, the source or the limit").like("99R-2026-0005"),
                    Column.code("kind", "记录种类", "Kind of the record").oneOf(RecordKind.WORDS.toArray(String[]::new)).like("penalty"),
                    Column.text("title", "记录标题、污染源名称或污染物名称", "Title of the record, name of the source or of the pollutant").like("示例污水处理厂（虚构）超标排放案"),
                    Column.text("document_no", "文号", "Number of the document").like("示环罚〔2026〕1号"),
                    Column.code("outlet_code", "排放口编号", "Code of the outlet"),
                    Column.code("status", "记录状态", "State of the record").like("executed"),
                    Column.date("occurred_on", "发生或检查日期", "Day on which it happened"),
                    Column.date("decided_on", "决定日期", "Day of the decision").like("2026-10-12"),
                    Column.date("valid_from", "版本生效日", "First day of the version"),
                    Column.date("valid_to", "版本失效日", "Day on which the version ends, exclusive"),
                    Column.code("factor_code", "污染物代码", "Code of the pollutant"),
                    Column.code("averaging", "限值的平均时间", "Averaging of the limit"),
                    Column.decimal("limit_low", "见 unit", "限值下限", "Lower limit").like((BigDecimal) null),
                    Column.decimal("limit_high", "见 unit", "限值上限", "Upper limit").like((BigDecimal) null),
                    Column.code("unit", "限值单位", "Unit of the limit"))
            .key("event_at", "event", "item")
            .time("event_at", TimeAxis.Kind.INSTANT)
            .filters(Filters.words("event", "event", EVENTS, LocalizedText.of("事件", "Events")))
            .relation((asOf, now) -> rows())
            .hidingInThePast()
            .restingOn(RecordTable.DATASET, "sources", "sources-limits")
            .build();

    private static Sql rows() {
        String shown = OF_RECORDS.stream().map(name -> "p.%s AS %s".formatted(name.equals("kind") ? "record_kind" : name, name)).collect(Collectors.joining(", "));
        return Sql.of("(SELECT p.source_id AS of_source, p.published_at AS event_at, 'record' AS event, p.record_id AS item, " + shown + """
                , NULL::date AS valid_from, NULL::date AS valid_to, NULL AS factor_code, NULL AS averaging, NULL::numeric AS limit_low, NULL::numeric AS limit_high, NULL AS unit
                  FROM supervision_records_published AS p""").then(Withdrawals.join(RecordTable.DATASET, "p.record_id")).then("""
                 WHERE withdrawn.item IS NULL
                 UNION ALL
                SELECT s.source_id, %s, 'register', s.source_id, NULL, s.name, NULL, NULL, NULL, NULL, NULL, s.valid_from, s.valid_to, NULL, NULL, NULL, NULL, NULL
                  FROM sources_entered AS s
                 UNION ALL
                SELECT l.source_id, %s, 'limit', l.limit_id, NULL, l.factor_name, NULL, l.outlet_code, NULL, NULL, NULL, l.valid_from, l.valid_to,
                       l.factor_code, l.averaging, l.limit_low, l.limit_high, l.unit
                  FROM sources_limits AS l
                 WHERE l.valid_to IS DISTINCT FROM l.valid_from) AS sources_timeline""".formatted(LIKE_MIDNIGHT.formatted("s"), LIKE_MIDNIGHT.formatted("l")));
    }

    @Produces
    @Singleton
    static DatasetOperation operation() {
        return DatasetOperation.list("sources-timeline", DATASET);
    }
}
