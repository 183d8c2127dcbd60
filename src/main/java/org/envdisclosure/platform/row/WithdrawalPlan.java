package org.envdisclosure.platform.row;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.UUID;
import org.envdisclosure.platform.ingest.BatchRun;
import org.envdisclosure.platform.ingest.FieldNames;
import org.envdisclosure.platform.ingest.LayoutReader;
import org.envdisclosure.platform.ingest.ManualPlan;
import org.envdisclosure.platform.ingest.Merge;
import org.envdisclosure.platform.ingest.RawRecord;
import org.envdisclosure.platform.ingest.RowSink;
import org.envdisclosure.platform.ingest.Stage;
import org.envdisclosure.platform.ingest.StatedReason;
import org.envdisclosure.platform.ingest.StoredTable;
import org.envdisclosure.platform.sql.CopyText;

/** How published rows are taken back; what rests on them follows in the same transaction. */
final class WithdrawalPlan implements ManualPlan<WithdrawalPlan.Withdrawal> {

    private final WithdrawableTable withdrawable;

    WithdrawalPlan(WithdrawableTable withdrawable) {
        this.withdrawable = withdrawable;
    }

    /**
     * A row to be taken back.
     *
     * @param note why, in the words of whoever withdraws it
     */
    record Withdrawal(RowKey key, String note) {
    }

    @Override
    public StoredTable table() {
        return withdrawable.table().table();
    }

    @Override
    public Set<String> changes() {
        return withdrawable.table().changes();
    }

    @Override
    public Merge.Reasons reasons() {
        return new Merge.Reasons("withdrawn", "recalculation");
    }

    @Override
    public BatchRun<Withdrawal> open(String layout, BatchContext context) {
        return new Run(new Reader(table()), withdrawable, context.connection(), context.batch());
    }

    /** The record that {@link KeyedRows} makes of a request it has checked. */
    private record Reader(StoredTable table) implements LayoutReader<Withdrawal> {

        @Override
        public void header(FieldNames names, RowSink<Withdrawal> sink) {
            // a withdrawal is JSON
        }

        @Override
        public void record(RawRecord record, RowSink<Withdrawal> sink) {
            sink.parsed(record.line(), new Withdrawal(RowKey.ofRecord(table, record::value), String.valueOf(record.value(StatedReason.PARAMETER))), record.raw());
        }
    }

    /** One batch of withdrawals. */
    private record Run(LayoutReader<Withdrawal> reader, WithdrawableTable withdrawable, Connection connection, UUID batch) implements BatchRun<Withdrawal> {

        // a withdrawal is neither a review nor less than one: the row keeps its state
        private static final String KEEP_STATUS = "UPDATE %1$s AS s SET data_status = t.data_status FROM %2$s AS t WHERE %3$s";

        @Override
        public void write(Withdrawal row, CopyText out) {
            withdrawable.empty().write(row.key(), row.note(), out);
        }

        @Override
        public void beforeCompare(Stage stage) throws SQLException, IOException {
            StoredTable table = withdrawable.table().table();
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate(KEEP_STATUS.formatted(table.stage(), table.name(), table.sameKey("s", "t")));
            }
            withdrawable.keeping().fill(connection);
        }

        @Override
        public void beforePublish(Stage stage) throws SQLException, IOException {
            withdrawable.filling().fill(connection);
        }

        @Override
        public void afterPublish(Merge.Outcome outcome) throws SQLException, IOException {
            if (outcome.revision() > 0) {
                withdrawable.table().following().follow(connection, batch, "recalculation");
            }
        }
    }
}
