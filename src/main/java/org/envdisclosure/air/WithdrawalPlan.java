package org.envdisclosure.air;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.envdisclosure.air.rules.Pollutant;
import org.envdisclosure.platform.ingest.BatchRun;
import org.envdisclosure.platform.ingest.FieldNames;
import org.envdisclosure.platform.ingest.LayoutReader;
import org.envdisclosure.platform.ingest.ManualPlan;
import org.envdisclosure.platform.ingest.Merge;
import org.envdisclosure.platform.ingest.RawRecord;
import org.envdisclosure.platform.ingest.RowSink;
import org.envdisclosure.platform.ingest.Stage;
import org.envdisclosure.platform.ingest.StoredTable;
import org.envdisclosure.platform.measure.Flag;
import org.envdisclosure.platform.measure.FlagReason;
import org.envdisclosure.platform.sql.CopyText;

/**
 * How published hours are taken back: a revision with empty values, so that nothing is erased. Sliding means and city hours that
 * used the values follow in the same transaction. An hour that is empty already is unchanged; one that is sent again comes back
 * as a correction.
 */
final class WithdrawalPlan implements ManualPlan<Withdrawal> {

    // a withdrawal is neither a review nor less than one: the hour keeps its state, and it takes no pollutant into the plan
    private static final String KEEP = """
            UPDATE stage_air_hourly AS s
               SET data_status = t.data_status, received_flags = kept.flags, flags = kept.flags
              FROM air_hourly AS t
             CROSS JOIN LATERAL (SELECT array_agg(p.name || CASE WHEN p.name || '%2$s' = ANY(t.received_flags) THEN '%2$s' ELSE '%3$s' END ORDER BY p.place) AS flags
                                   FROM unnest(ARRAY[%1$s]) WITH ORDINALITY AS p(name, place)) AS kept
             WHERE s.station_code = t.station_code AND s.observed_at = t.observed_at
            """.formatted(Arrays.stream(Pollutant.values()).map(pollutant -> "'" + pollutant.column() + "'").collect(Collectors.joining(", ")),
            new Flag("", FlagReason.NOT_MONITORED).wire(), new Flag("", FlagReason.MISSING).wire());

    @Override
    public StoredTable table() {
        return AirTables.HOURLY;
    }

    @Override
    public Set<String> changes() {
        return Set.of("air-hourly", "air-cities-hourly");
    }

    @Override
    public Merge.Reasons reasons() {
        return new Merge.Reasons("withdrawn", "recalculation");
    }

    @Override
    public BatchRun<Withdrawal> open(String layout, BatchContext context) {
        return new Run(new Reader(), context.connection(), context.batch());
    }

    /** The record that {@link HourResource} makes of a request it has checked. */
    private static final class Reader implements LayoutReader<Withdrawal> {

        @Override
        public void header(FieldNames names, RowSink<Withdrawal> sink) {
            // a withdrawal is JSON
        }

        @Override
        public void record(RawRecord record, RowSink<Withdrawal> sink) {
            sink.parsed(record.line(), new Withdrawal(String.valueOf(record.value("station_code")),
                    Instant.parse(String.valueOf(record.value("observed_at"))), String.valueOf(record.value("reason"))), record.raw());
        }
    }

    /** One batch of withdrawals. */
    private record Run(LayoutReader<Withdrawal> reader, Connection connection, UUID batch) implements BatchRun<Withdrawal> {

        @Override
        public void write(Withdrawal row, CopyText out) {
            row.write(out);
        }

        @Override
        public void beforeCompare(Stage stage) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate(KEEP);
            }
        }

        @Override
        public void beforePublish(Stage stage) throws SQLException, IOException {
            new SlidingHours(connection).fill();
        }

        @Override
        public void afterPublish(Merge.Outcome outcome) throws SQLException, IOException {
            if (outcome.revision() > 0) {
                HourFollowers.follow(connection, batch, "recalculation");
            }
        }
    }
}
