package org.envdisclosure.source.record;

import static org.envdisclosure.platform.ingest.StoredTable.field;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.envdisclosure.platform.dataset.AsOf;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.dataset.Relation;
import org.envdisclosure.platform.dataset.TimeAxis;
import org.envdisclosure.platform.ingest.StoredTable;
import org.envdisclosure.platform.sql.CopyText;
import org.envdisclosure.platform.sql.Sql;
import org.envdisclosure.platform.withdrawal.Withdrawals;
import org.jspecify.annotations.Nullable;

/** Records as far as everybody may read them: nothing else ever enters the table. */
final class RecordTable {

    static final String DATASET = "supervision-records";
    static final String ROWS = "supervision_records";

    static final StoredTable PUBLISHED = new StoredTable(DATASET, "supervision_records_published",
            List.of(field(RecordFields.KEY, "text")),
            RecordFields.PUBLIC.stream().map(field -> field(stored(field.name()), field.column().type().sqlType())).toList(),
            List.of(),
            List.of(field(RecordFields.PUBLISHED_AT, "timestamptz"), field(RecordFields.ATTACHMENTS, "json")),
            new TimeAxis(RecordFields.PUBLISHED_AT, TimeAxis.Kind.INSTANT), false);

    /** What is left of a record that was withdrawn: what identifies its row. */
    static final List<String> KEPT = List.of(RecordFields.KEY, RecordFields.PUBLISHED_AT);
    static final List<String> HIDDEN = Stream.concat(RecordFields.PUBLIC.stream().map(RecordField::name), Stream.of(RecordFields.ATTACHMENTS)).toList();
    static final List<String> STORED = PUBLISHED.staged().stream().map(StoredTable.Field::name).toList();

    /** Takes from the rows that stand, and from what is kept beside them, what no sender gives. */
    static final String FILL = """
            UPDATE stage_supervision_records_published AS s
               SET published_at = coalesce((SELECT t.published_at FROM supervision_records_published AS t WHERE t.record_id = s.record_id), s.published_at),
                   attachments = coalesce((SELECT json_agg(json_build_object('name', coalesce(f.shown_name, f.name), 'media_type', f.media_type, 'bytes', f.bytes, 'sha256', f.sha256,
                                                                             'url', '/api/v1/supervision/records/' || f.record_id || '/attachments/' || f.sha256)
                                                           ORDER BY f.attachment_id)
                                             FROM supervision_attachments AS f WHERE f.record_id = s.record_id AND f.state = 'published'), '[]')
            """;
    private static final List<String> FILTERED = List.of("kind", "source_id", "status", "authority");
    private static final String NO_FILES = "[]";

    private RecordTable() {
    }

    /** The rows everybody sees: what was withdrawn now is hidden from every past state too. */
    static Sql at(@Nullable AsOf asOf) {
        return hiding(shown(Relation.revised(PUBLISHED.name(), STORED, asOf)), List.of());
    }

    /**
     * The same rows, with columns as they are stored for {@link RecordFilters} alone: no index knows what is hidden. They are no columns of
     * the dataset, so nobody is shown them.
     */
    static Sql filteredAt(@Nullable AsOf asOf) {
        return hiding(shown(Relation.revised(PUBLISHED.name(), STORED, asOf)), FILTERED);
    }

    /** What a filter calls a stored column. */
    static String storedFor(String column) {
        return "stored_" + column;
    }

    /** A stage has a column called kind itself. */
    private static String stored(String name) {
        return name.equals("kind") ? "record_kind" : name;
    }

    /** The stored columns by the names of the dataset. */
    static String shownColumns(String alias) {
        return STORED.stream().map(name -> alias + "." + name + (name.equals(stored("kind")) ? " AS kind" : "")).collect(Collectors.joining(", "));
    }

    /** The rows with the columns of the dataset, nothing hidden yet. */
    private static Sql shown(Sql stored) {
        String columns = shownColumns(PUBLISHED.name());
        return Sql.of("(SELECT " + columns + ", " + PUBLISHED.name() + ".revision FROM ").then(stored).then(") AS " + ROWS);
    }

    /** A list is never null. */
    private static Sql hiding(Sql rows, List<String> filtered) {
        String columns = Stream.concat(RecordFields.COLUMNS.stream().map(Column::name)
                .map(name -> name.equals(RecordFields.ATTACHMENTS) ? "coalesce(attachments, '[]') AS attachments" : name), filtered.stream().map(RecordTable::storedFor))
                .collect(Collectors.joining(", "));
        List<String> kept = Stream.concat(KEPT.stream(), filtered.stream().map(name -> name + " AS " + storedFor(name))).toList();
        return Sql.of("(SELECT " + columns + ", revision FROM ").then(Withdrawals.hiding(rows, ROWS, DATASET, RecordFields.KEY, kept, HIDDEN)).then(") AS " + ROWS);
    }

    /**
     * Writes the staged columns.
     *
     * @param shown the texts that may be read, by field
     */
    static void write(RecordRow row, Map<String, String> shown, Instant now, CopyText out) {
        out.text(row.id());
        for (RecordField field : RecordFields.PUBLIC) {
            String text = shown.get(field.name());
            Object value = RecordFields.isOpen(field) ? row.values().get(field.name()) : text == null ? null : field.value(text);
            out.value(value);
        }
        out.instant(row.publishedAt() == null ? now : row.publishedAt()).text(NO_FILES);
    }

    /** What is withdrawn now is told as withdrawn, whatever came after. */
    static void tellWithdrawn(Connection connection, long revision) throws SQLException {
        Withdrawals.tell(connection, DATASET, PUBLISHED.name(), RecordFields.KEY, revision);
    }

    /** Columns that hold what somebody wrote. */
    static List<RecordField> texts() {
        List<RecordField> texts = new ArrayList<>(RecordFields.PUBLIC);
        texts.removeIf(RecordFields::isOpen);
        return texts;
    }
}
