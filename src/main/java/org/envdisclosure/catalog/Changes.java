package org.envdisclosure.catalog;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.dataset.ColumnType;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.dataset.DatasetOperation;
import org.envdisclosure.platform.dataset.Filter;
import org.envdisclosure.platform.dataset.Filters;
import org.envdisclosure.platform.measure.LocalizedText;
import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.sql.Sql;
import org.envdisclosure.platform.time.TimeText;

/**
 * Which rows of which datasets have changed, in the order it was published: every row once, by its last change. Read through the grammar;
 * no dataset of its own, for it has no rows but those of others.
 */
@ApplicationScoped
class Changes {

    private static final List<String> KINDS = List.of("added", "corrected", "withdrawn");
    // revision by revision, so that a page is found without sorting all that has changed since
    private static final String EACH = """
            (SELECT r.dataset, r.revision::integer AS revision, c.kind, c.key, r.published_at AS changed_at
               FROM dataset_revision AS r
              CROSS JOIN LATERAL (%s) AS c) AS changes""";
    private static final String OF_ONE = """
            SELECT CASE WHEN t.revision_reason IS NULL THEN 'added' WHEN t.revision_reason = 'withdrawn' THEN 'withdrawn' ELSE 'corrected' END AS kind,
                   concat_ws('/', %s) AS key
              FROM %s AS t
             WHERE r.dataset = '%s' AND t.revision = r.revision""";
    private static final String INSTANT = "replace(to_char(t.%s AT TIME ZONE INTERVAL '+08:00', 'YYYY-MM-DD\"T\"HH24:MI:SS.US'), '.000000', '') || '+08:00'";

    private final Dataset changes;

    Changes(@All List<Dataset> datasets) {
        List<Dataset> told = datasets.stream().filter(dataset -> !dataset.isConfidential() && dataset.storedIn().isPresent()).toList();
        List<String> ids = told.stream().map(Dataset::id).sorted().toList();
        String relation = EACH.formatted(told.stream().map(Changes::of).collect(Collectors.joining("\nUNION ALL\n")));
        this.changes = Dataset.named("changes", "/changes")
                .title("变更", "Changes")
                .description("各数据集的新增、更正与撤下，按发布顺序；每行只列最近一次变更。", "What was added, corrected and withdrawn in every dataset, in the order of publication; each row once, by its last change.")
                .columns(columns(ids))
                .key("changed_at", "dataset", "key")
                .filters(since(), Filters.words("dataset", "dataset", ids, LocalizedText.of("数据集", "Datasets")),
                        Filters.words("kind", "kind", KINDS, LocalizedText.of("变更种类", "Kinds of change")))
                .relation((asOf, now) -> Sql.of(relation))
                .restingOn(ids.toArray(String[]::new))
                // a page behind a cursor names a state of one dataset, and these are many
                .dependingOnNow()
                .build();
    }

    @Produces
    @Singleton
    static DatasetOperation operation(Changes changes) {
        return DatasetOperation.list("changes", changes.dataset());
    }

    Dataset dataset() {
        return changes;
    }

    private static List<Column> columns(List<String> ids) {
        return List.of(
                Column.code("dataset", "数据集", "Dataset").oneOf(ids.toArray(String[]::new)).like("air-hourly"),
                Column.integer("revision", "数据集的修订号", "Revision of the dataset").like(1234),
                Column.code("kind", "新增、更正或撤下", "What happened to the row").oneOf(KINDS.toArray(String[]::new)).like("corrected"),
                Column.text("key", "行的键：编码在前，时间在后，以 / 分隔", "The row's key, codes before times, joined by /").like("9901A/2026-10-31T08:00:00+08:00"),
                Column.instant("changed_at", "变更的发布时刻", "When the change was published").like("2026-10-31T08:12:03.5+08:00"));
    }

    private static Filter since() {
        Filter.Parameter parameter = new Filter.Parameter("since", LocalizedText.of("必填：只列此时刻之后发布的变更", "Needed: changes published after this moment"),
                "2026-10-31T08:00:00+08:00", false);
        return Filters.always(parameter, (values, now) -> Sql.of("changed_at > ?", values.stream().findFirst().flatMap(TimeText::moment)
                .filter(moment -> values.size() == 1).orElseThrow(() -> ApiProblem.parameter("since",
                        "since 必填，形式为 2026-10-31 或 2026-10-31T08:00:00+08:00", "since is needed, a date or an instant such as 2026-10-31T08:00:00+08:00"))));
    }

    private static String of(Dataset dataset) {
        return OF_ONE.formatted(Stream.concat(parts(dataset, false), parts(dataset, true)).collect(Collectors.joining(", ")), dataset.storedIn().orElseThrow(),
                dataset.id());
    }

    private static Stream<String> parts(Dataset dataset, boolean times) {
        return dataset.key().stream().map(dataset::column)
                .filter(column -> times == (column.type() == ColumnType.INSTANT || column.type() == ColumnType.DATE))
                .map(column -> column.type() == ColumnType.INSTANT ? INSTANT.formatted(column.name()) : "t." + column.name());
    }
}
