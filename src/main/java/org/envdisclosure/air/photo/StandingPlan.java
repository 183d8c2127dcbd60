package org.envdisclosure.air.photo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.envdisclosure.platform.ingest.BatchRun;
import org.envdisclosure.platform.ingest.LayoutReader;
import org.envdisclosure.platform.ingest.ManualPlan;
import org.envdisclosure.platform.ingest.Merge;
import org.envdisclosure.platform.ingest.Stage;
import org.envdisclosure.platform.ingest.StoredTable;
import org.envdisclosure.platform.sql.CopyText;
import org.envdisclosure.platform.withdrawal.Withdrawals;

/**
 * How views that stand are changed without another picture: taken down, put back, let go. Each is a new revision of the row; what
 * changes nothing is unchanged.
 *
 * @param word   why the row was revised
 * @param change done to each view, under the lock
 */
record StandingPlan(String word, Change change) implements ManualPlan<PhotoKey> {

    private static final String FILL = fill();
    private static final String EXPIRE = "UPDATE stage_air_photos_taken SET expired_at = coalesce(expired_at, ?) WHERE station_code = ? AND camera = ? AND taken_at = ?";
    private static final String REVISE = """
            UPDATE stage_air_photos_taken SET verdict = 'c' WHERE verdict = 'u' AND station_code = ? AND camera = ? AND taken_at = ?
            """;

    /** What is done to one view; whether that alone makes a revision. */
    @FunctionalInterface
    interface Change {
        boolean to(PhotoKey key, Connection connection) throws SQLException;
    }

    @Override
    public StoredTable table() {
        return PhotoTable.TAKEN;
    }

    @Override
    public Merge.Reasons reasons() {
        return new Merge.Reasons(word, word);
    }

    @Override
    public BatchRun<PhotoKey> open(String layout, BatchContext context) {
        return new Run(new OneRecord(), context.connection(), change, new ArrayList<>());
    }

    /** To be called from a {@link Change}: the files of the view are let go. */
    static void expire(PhotoKey key, Connection connection, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(EXPIRE)) {
            update.setTimestamp(1, Timestamp.from(now));
            bind(update, 2, key);
            update.executeUpdate();
        }
    }

    /** Everything the key does not say, from the row that stands. */
    private static String fill() {
        String sets = Stream.concat(PhotoTable.TAKEN.received().stream(), PhotoTable.TAKEN.derived().stream())
                .map(field -> field.name() + " = t." + field.name()).collect(Collectors.joining(", "));
        return "UPDATE stage_air_photos_taken AS s SET " + sets
                + " FROM air_photos_taken AS t WHERE s.station_code = t.station_code AND s.camera = t.camera AND s.taken_at = t.taken_at";
    }

    private static void bind(PreparedStatement statement, int first, PhotoKey key) throws SQLException {
        statement.setString(first, key.station());
        statement.setString(first + 1, key.camera());
        statement.setTimestamp(first + 2, Timestamp.from(key.takenAt()));
    }

    /** One batch of views. */
    private record Run(LayoutReader<PhotoKey> reader, Connection connection, Change change, List<PhotoKey> keys) implements BatchRun<PhotoKey> {

        @Override
        public void write(PhotoKey key, CopyText out) {
            keys.add(key);
            out.text(key.station()).text(key.camera()).instant(key.takenAt());
            Stream.concat(PhotoTable.TAKEN.received().stream(), PhotoTable.TAKEN.derived().stream()).forEach(field -> out.text(null));
        }

        @Override
        public void beforeCompare(Stage stage) throws SQLException {
            try (PreparedStatement fill = connection.prepareStatement(FILL)) {
                fill.executeUpdate();
            }
            for (PhotoKey key : List.copyOf(keys)) {
                if (!change.to(key, connection)) {
                    keys.remove(key);
                }
            }
        }

        @Override
        public void beforePublish(Stage stage) throws SQLException {
            try (PreparedStatement revise = connection.prepareStatement(REVISE)) {
                for (PhotoKey key : keys) {
                    bind(revise, 1, key);
                    revise.executeUpdate();
                }
            }
        }

        @Override
        public void afterPublish(Merge.Outcome outcome) throws SQLException {
            Withdrawals.tell(connection, PhotoTable.DATASET, PhotoTable.TAKEN.name(), "photo_id", outcome.revision());
        }
    }
}
