package org.envdisclosure.platform.row;

import java.util.List;
import java.util.stream.Collectors;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.dataset.DatasetBuilder;
import org.envdisclosure.platform.ingest.StoredTable;
import org.envdisclosure.platform.sql.Sql;

/** Every state a row has had: what was published, from when to when, why and by which batch. */
public final class RowRevisions {

    private static final String STATES = """
            (SELECT %1$s, h.revision::integer AS revision, p.published_at, s.published_at AS superseded_at,
                    h.revision_reason, h.revision_note, h.batch_id::text AS batch_id
               FROM (SELECT %2$s, revision, revision_reason, revision_note, batch_id, NULL::bigint AS superseded_revision
                       FROM %3$s
                     UNION ALL
                     SELECT %2$s, revision, revision_reason, revision_note, batch_id, superseded_revision
                       FROM %3$s_history) AS h
               JOIN dataset_revision p ON p.dataset = '%4$s' AND p.revision = h.revision
               LEFT JOIN dataset_revision s ON s.dataset = '%4$s' AND s.revision = h.superseded_revision) AS %3$s_revisions
            """;

    private RowRevisions() {
    }

    /**
     * The declaration, still without a title; read through the grammar, but a dataset of its own only for one row, so no bean.
     *
     * @param path    of the dataset, such as {@code /air/hourly}
     * @param columns of the dataset, a status among them
     */
    public static DatasetBuilder of(StoredTable table, String path, List<Column> columns) {
        List<String> names = columns.stream().map(Column::name).toList();
        String states = STATES.formatted(names.stream().map(name -> "h." + name).collect(Collectors.joining(", ")), String.join(", ", names),
                table.name(), table.dataset());
        return Dataset.named(table.dataset() + "-revisions",
                        path + table.key().stream().map(field -> "/{" + field.name() + "}").collect(Collectors.joining()) + "/revisions")
                .columns(columns)
                .columns(Column.integer("revision", "发布此状态的修订号", "Revision that published this state").like(1234),
                        Column.instant("published_at", "发布时刻", "When it was published").like("2026-10-31T08:12:03.5+08:00"),
                        Column.instant("superseded_at", "被替代的时刻；空为现行", "When it was superseded; empty while it stands"),
                        Column.code("revision_reason", "修订原因；首次发布为空", "Why it was revised; empty where it was first published")
                                .oneOf("late", "resend", "review", "recalculation", "standard_change", "withdrawn"),
                        Column.text("revision_note", "撤回时填写的理由", "What was written as the reason of a withdrawal"),
                        Column.code("batch_id", "带来所列数值的批次", "The batch that brought the values"))
                .key("revision")
                .relation((asOf, now) -> Sql.of(states))
                .restingOn(table.dataset());
    }
}
