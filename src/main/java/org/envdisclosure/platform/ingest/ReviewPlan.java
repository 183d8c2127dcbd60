package org.envdisclosure.platform.ingest;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.envdisclosure.platform.measure.DataStatus;
import org.envdisclosure.platform.sql.CopyText;
import org.envdisclosure.platform.sql.Sql;

/**
 * How the state of review of published rows is raised: a batch that names rows by a condition instead of giving them. Their values
 * stay; a row that stands as high already is unchanged. What rests on them follows in the same transaction.
 */
final class ReviewPlan implements ManualPlan<Void> {

    private final ReviewedTable reviewed;
    private final Sql condition;
    private final String reason;
    private final String question;

    /**
     * @param condition which rows of the table
     * @param reason    why, in the reviewer's words
     * @param question  the condition as it was asked, for the receipt
     */
    ReviewPlan(ReviewedTable reviewed, Sql condition, String reason, String question) {
        this.reviewed = reviewed;
        this.condition = condition;
        this.reason = reason;
        this.question = question;
    }

    @Override
    public StoredTable table() {
        return reviewed.table();
    }

    @Override
    public List<String> layouts() {
        return List.of("review");
    }

    @Override
    public Set<String> changes() {
        return reviewed.changes();
    }

    @Override
    public Merge.Reasons reasons() {
        return new Merge.Reasons("review", "review");
    }

    @Override
    public BatchRun<Void> open(String layout, BatchContext context) {
        return new Run(new Nothing(), reviewed, rows(context.status()), question, context.connection(), context.batch());
    }

    /** The rows as they stand, with the new status and the reason. */
    private Sql rows(DataStatus status) {
        List<Sql> columns = new ArrayList<>();
        for (StoredTable.Field field : table().staged()) {
            columns.add(switch (field.name()) {
                case "data_status" -> Sql.of("?", status.wire());
                case ReviewedTable.NOTE -> Sql.of("?", reason);
                default -> Sql.of(field.name());
            });
        }
        return Sql.of("SELECT ").then(Sql.list(columns)).then(" FROM " + table().name() + " WHERE ").then(condition);
    }

    /** What the body of a review holds. */
    private static final class Nothing implements LayoutReader<Void> {

        @Override
        public void header(FieldNames names, RowSink<Void> sink) {
            // its one record is JSON
        }

        @Override
        public void record(RawRecord record, RowSink<Void> sink) {
            // the record is the question as it was asked; the rows are the table's
        }
    }

    /** One review. */
    private record Run(LayoutReader<Void> reader, ReviewedTable reviewed, Sql rows, String question, Connection connection, UUID batch) implements BatchRun<Void> {

        @Override
        public void write(Void row, CopyText out) {
            throw new IllegalStateException("a review receives no rows");
        }

        @Override
        public void beforeCompare(Stage stage) throws SQLException, IOException {
            keepQuestion();
            stage.received(rows);
            stage.complete();
        }

        private void keepQuestion() throws SQLException {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO ingest_question (batch_id, question) VALUES (?::uuid, ?)")) {
                insert.setString(1, batch.toString());
                insert.setString(2, question);
                insert.executeUpdate();
            }
        }

        @Override
        public void afterPublish(Merge.Outcome outcome) throws SQLException, IOException {
            if (outcome.revision() > 0) {
                reviewed.following().follow(connection, batch, "review");
            }
        }
    }
}
