package org.envdisclosure.source.record;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.page.Rows;
import org.envdisclosure.platform.sql.Sql;
import org.envdisclosure.platform.withdrawal.Withdrawals;
import org.jspecify.annotations.Nullable;

/** The newest states of the records of a kind. One that was withdrawn is of no kind any more: its end is told with the changes. */
@ApplicationScoped
class FeedReader {

    private static final int ENTRIES = 50;
    private static final List<Column> COLUMNS = List.of(Column.code("record_id", "", ""), Column.text("title", "", ""), Column.text("document_no", "", ""),
            Column.text("authority", "", ""), Column.text("decision", "", ""), Column.instant("published_at", "", ""), Column.instant("updated", "", ""));
    private static final String SELECT = """
            SELECT p.record_id, p.title, p.document_no, p.authority, p.decision, p.published_at, r.published_at AS updated
              FROM supervision_records_published AS p
              JOIN dataset_revision AS r ON r.dataset = 'supervision-records' AND r.revision = p.revision""";

    private final Rows rows;

    FeedReader(Rows rows) {
        this.rows = rows;
    }

    Uni<List<FeedEntry>> newest(RecordKind kind) {
        Sql newest = Sql.of(SELECT).then(Withdrawals.join(RecordTable.DATASET, "p.record_id"))
                .then(" WHERE p.record_kind = ? AND withdrawn.item IS NULL ORDER BY p.revision DESC, p.published_at DESC, p.record_id LIMIT " + ENTRIES, kind.wire());
        return rows.read(newest, COLUMNS).map(read -> read.stream().map(FeedReader::entry).toList());
    }

    private static FeedEntry entry(@Nullable Object[] row) {
        return new FeedEntry(String.valueOf(row[0]), String.valueOf(row[1]), (String) row[2], (String) row[3], (String) row[4], Objects.requireNonNull((Instant) row[5]),
                Objects.requireNonNull((Instant) row[6]));
    }
}
