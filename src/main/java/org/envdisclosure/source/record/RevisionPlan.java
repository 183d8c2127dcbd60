package org.envdisclosure.source.record;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.envdisclosure.platform.ingest.BatchRun;
import org.envdisclosure.platform.ingest.FieldNames;
import org.envdisclosure.platform.ingest.LayoutReader;
import org.envdisclosure.platform.ingest.ManualPlan;
import org.envdisclosure.platform.ingest.Merge;
import org.envdisclosure.platform.ingest.RawRecord;
import org.envdisclosure.platform.ingest.RowSink;
import org.envdisclosure.platform.ingest.Stage;
import org.envdisclosure.platform.ingest.StoredTable;
import org.envdisclosure.platform.sql.CopyText;
import org.envdisclosure.platform.sql.Sql;

/**
 * How records that stand are changed without being sent again: withdrawn, put back, given a file. Each is a new revision of the row;
 * what changes nothing is unchanged. A record that is not published, because it is held, is changed where nobody sees it.
 *
 * @param word   why the row was revised
 * @param change done to the records, under the lock
 */
record RevisionPlan(String word, Change change) implements ManualPlan<String> {

    private static final Sql UNKNOWN = Sql.of("NOT EXISTS (SELECT FROM supervision_records_published AS p WHERE p.record_id = stage_supervision_records_published.record_id)");
    private static final String STAND = "UPDATE stage_supervision_records_published AS s SET "
            + RecordTable.STORED.stream().filter(name -> !name.equals(RecordFields.KEY)).map(name -> name + " = t." + name).collect(Collectors.joining(", "))
            + " FROM supervision_records_published AS t WHERE t.record_id = s.record_id";
    private static final String REVISE = "UPDATE stage_supervision_records_published SET verdict = 'c' WHERE record_id = ANY (?) AND verdict = 'u'";

    /** What is done to the records; those of which that makes a revision. */
    @FunctionalInterface
    interface Change {
        List<String> to(List<String> records, Connection connection) throws SQLException;
    }

    /** What is done to one record; whether that makes a revision. */
    @FunctionalInterface
    interface ChangeOfOne {
        boolean to(String record, Connection connection) throws SQLException;
    }

    /** How one record is changed. */
    static RevisionPlan ofOne(String word, ChangeOfOne change) {
        return new RevisionPlan(word, (records, connection) -> {
            String record = records.get(0);
            return change.to(record, connection) ? List.of(record) : List.of();
        });
    }

    /** Makes revisions of staged rows that say nothing new. */
    static void revise(Connection connection, List<String> records) throws SQLException {
        if (records.isEmpty()) {
            return;
        }
        try (PreparedStatement revise = connection.prepareStatement(REVISE)) {
            revise.setArray(1, connection.createArrayOf("text", records.toArray()));
            revise.executeUpdate();
        }
    }

    /** What the plan's batch is made of. */
    static List<Map<String, String>> records(List<String> ids) {
        return ids.stream().map(id -> Map.of(RecordFields.KEY, id)).toList();
    }

    @Override
    public StoredTable table() {
        return RecordTable.PUBLISHED;
    }

    @Override
    public Merge.Reasons reasons() {
        return new Merge.Reasons(word, word);
    }

    @Override
    public BatchRun<String> open(String layout, BatchContext context) {
        return new Run(context.connection(), change);
    }

    /** One batch of records. */
    private static final class Run implements BatchRun<String>, LayoutReader<String> {

        private final Connection connection;
        private final Change change;
        private final List<String> records = new ArrayList<>();
        private long unpublished;

        Run(Connection connection, Change change) {
            this.connection = connection;
            this.change = change;
        }

        @Override
        public LayoutReader<String> reader() {
            return this;
        }

        @Override
        public void header(FieldNames names, RowSink<String> sink) {
            // what we make is JSON
        }

        @Override
        public void record(RawRecord record, RowSink<String> sink) {
            sink.parsed(record.line(), String.valueOf(record.value(RecordFields.KEY)), record.raw());
        }

        @Override
        public void write(String record, CopyText out) {
            records.add(record);
            out.text(record);
            Stream.concat(RecordTable.PUBLISHED.received().stream(), RecordTable.PUBLISHED.derived().stream()).forEach(field -> out.text(null));
        }

        @Override
        public void beforeCompare(Stage stage) throws SQLException, IOException {
            long before = stage.size();
            stage.remove(UNKNOWN);
            unpublished = before - stage.size();
            Arriving.execute(connection, STAND);
        }

        @Override
        public void beforePublish(Stage stage) throws SQLException {
            revise(connection, change.to(List.copyOf(records), connection));
            Arriving.execute(connection, RecordTable.FILL);
        }

        @Override
        public void afterPublish(Merge.Outcome outcome) throws SQLException {
            RecordTable.tellWithdrawn(connection, outcome.revision());
        }

        @Override
        public long takenApart() {
            return unpublished;
        }
    }
}
