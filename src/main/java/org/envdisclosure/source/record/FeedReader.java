package org.envdisclosure.source.record;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.page.Rows;
import org.envdisclosure.platform.sql.Sql;
import org.envdisclosure.platform.withdrawal.Withdrawals;
import org.jspecify.annotations.Nullable;

/** The newest states of the records of a kind; of one that was withdrawn nothing is read but its code, when and why. */
@ApplicationScoped
class FeedReader {

    private static final int ENTRIES = 50;
    private static final List<Column> COLUMNS = List.of(Column.code("record_id", "", ""), Column.text("title", "", ""), Column.text("document_no", "", ""),
            Column.text("authority", "", ""), Column.text("decision", "", ""), Column.instant("published_at", "", ""), Column.instant("updated", "", ""),
            Column.instant("withdrawn_at", "", ""), Column.text("reason", "", ""));
    private static final String SHOWN = "CASE WHEN withdrawn.item IS NULL THEN p.%1$s END AS %1$s, ";
    private static final String SELECT = "SELECT p.record_id, " + SHOWN.formatted("title") + SHOWN.formatted("document_no") + SHOWN.formatted("authority") + SHOWN.formatted("decision")
            + SHOWN.formatted("published_at") + """
            r.published_at AS updated, withdrawn.withdrawn_at, withdrawn.reason
              FROM supervision_records_published AS p
              JOIN dataset_revision AS r ON r.dataset = 'supervision-records' AND r.revision = p.revision""";

    private final Rows rows;

    FeedReader(Rows rows) {
        this.rows = rows;
    }

    Uni<List<FeedEntry>> newest(RecordKind kind) {
        Sql newest = Sql.of(SELECT).then(Withdrawals.join(RecordTable.DATASET, "p.record_id"))
                .then(" WHERE p.record_kind = ? ORDER BY p.revision DESC, p.published_at DESC, p.record_id LIMIT " + ENTRIES, kind.wire());
        return rows.read(newest, COLUMNS).map(read -> read.stream().map(FeedReader::entry).toList());
    }

    private static FeedEntry entry(@Nullable Object[] row) {
        return new FeedEntry(String.valueOf(row[0]), (String) row[1], (String) row[2], (String) row[3], (String) row[4], (Instant) row[5], (Instant) row[6], (Instant) row[7], (String) row[8]);
    }
}
