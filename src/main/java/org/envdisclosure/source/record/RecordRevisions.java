package org.envdisclosure.source.record;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.dataset.DatasetOperation;
import org.envdisclosure.platform.sql.Sql;
import org.envdisclosure.platform.withdrawal.Withdrawals;

/** Every published state a record has had; of one that was withdrawn their numbers are left. */
@Singleton
class RecordRevisions {

    private static final String ALIAS = "supervision_records_revisions";
    private static final String STATES = """
            (SELECT %1$s, h.revision, s.published_at AS revised_at, e.published_at AS superseded_at, h.revision_reason, h.batch_id::text AS batch_id
               FROM (SELECT %2$s, revision, revision_reason, batch_id, NULL::bigint AS superseded_revision FROM supervision_records_published
                     UNION ALL SELECT %2$s, revision, revision_reason, batch_id, superseded_revision FROM supervision_records_published_history) AS h
               JOIN dataset_revision s ON s.dataset = 'supervision-records' AND s.revision = h.revision
               LEFT JOIN dataset_revision e ON e.dataset = 'supervision-records' AND e.revision = h.superseded_revision) AS %3$s
            """.formatted(RecordTable.shownColumns("h"), String.join(", ", RecordTable.STORED), ALIAS);
    private static final List<Column> OF_THE_STATE = List.of(
            Column.instant("revised_at", "发布此状态的时刻", "When this state was published").like("2026-10-31T08:12:03.5+08:00"),
            Column.instant("superseded_at", "被替代的时刻；空为现行", "When it was superseded; empty while it stands"),
            Column.code("revision_reason", "修订原因；首次发布为空", "Why it was revised; empty where it was first published").oneOf("resend", "review", "withdrawn", "restored", "attachment"),
            Column.code("batch_id", "带来此状态的批次", "The batch that brought the state"));

    private static final List<String> DATASET_COLUMNS = Stream.of(RecordFields.COLUMNS.stream().map(Column::name), Stream.of("revision"), OF_THE_STATE.stream().map(Column::name))
            .flatMap(names -> names).toList();

    /** One record's, so no bean. */
    static final Dataset DATASET = Dataset.named("supervision-records-revisions", "/supervision/records/{record_id}/revisions")
            .title("监管记录的历次公开状态", "Published states of a record")
            .description("一条记录公开过的每一个状态；已撤回的只显示编号与撤回信息。", "Every published state of one record; of one that was withdrawn only its key, when and why.")
            .columns(RecordFields.COLUMNS)
            .columns(Column.integer("revision", "发布此状态的修订号", "Revision that published this state").like(1234))
            .columns(OF_THE_STATE)
            .key("revision")
            .relation((asOf, now) -> states())
            .restingOn(RecordTable.DATASET)
            .build();

    private static Sql states() {
        List<String> hidden = Stream.concat(RecordTable.HIDDEN.stream(), OF_THE_STATE.stream().map(Column::name)).toList();
        String columns = DATASET_COLUMNS.stream().map(name -> switch (name) {
            case RecordFields.ATTACHMENTS -> "coalesce(attachments, '[]') AS attachments";
            case "revision" -> "revision::integer AS revision";
            default -> name;
        }).collect(Collectors.joining(", "));
        return Sql.of("(SELECT " + columns + " FROM ")
                .then(Withdrawals.hiding(Sql.of(STATES), ALIAS, RecordTable.DATASET, RecordFields.KEY, RecordTable.KEPT, hidden)).then(") AS " + ALIAS);
    }

    @Produces
    @Singleton
    static DatasetOperation operation() {
        return DatasetOperation.list("supervision-records-revisions", DATASET);
    }
}
