package org.envdisclosure.platform.archive;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Which months are built, and at which revision. A month's own mark in {@code dataset_month} is what counts: a revision that touches every
 * month at once brings no rows.
 */
final class ArchiveLedger {

    private static final String CLAIM = "SELECT pg_try_advisory_xact_lock(hashtextextended('archive ' || ? || ' ' || ?, 0))";
    // a month whose rows were let go has its files, and cannot have others
    private static final String UNBUILT = """
            SELECT m.month, m.revision
              FROM dataset_month AS m
              JOIN dataset_revision AS r ON r.dataset = m.dataset AND r.revision = m.revision
             WHERE m.dataset = ? AND m.month BETWEEN ? AND ? AND r.published_at <= clock_timestamp() - make_interval(secs => ?)
               AND NOT EXISTS (SELECT 1 FROM archive AS a
                                WHERE a.dataset = m.dataset AND a.month = m.month AND a.revision = m.revision AND a.layout = ? AND a.damaged_at IS NULL
                                  AND EXISTS (SELECT 1 FROM archive_piece AS p
                                               WHERE p.dataset = a.dataset AND p.place = '' AND p.month = a.month AND p.revision = a.revision AND p.layout = a.layout))
               AND NOT EXISTS (SELECT FROM dataset_head AS h WHERE h.dataset = m.dataset AND m.month < h.kept_from)
             ORDER BY m.month
            """;
    /** Before it stands only the mark of every month. */
    private static final YearMonth FIRST = YearMonth.of(1, 2);
    private static final String LIST = """
            INSERT INTO archive (dataset, month, revision, layout, format, file, rows, bytes, sha256)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (dataset, month, revision, layout, format) DO UPDATE
               SET file = excluded.file, rows = excluded.rows, bytes = excluded.bytes, sha256 = excluded.sha256, built_at = excluded.built_at, damaged_at = NULL
            """;
    private static final String DAMAGED = """
            UPDATE archive SET damaged_at = clock_timestamp()
             WHERE dataset = ? AND month = ? AND revision = ? AND layout = ? AND damaged_at IS NULL
            """;
    /** Whoever has taken a month off the ledger to have it built again need not know of its pieces. */
    private static final String FORGET = "DELETE FROM archive_piece WHERE dataset = ? AND month = ? AND revision = ? AND layout = ?";
    private static final String LIST_PIECES = """
            INSERT INTO archive_piece (dataset, month, revision, layout, place, file, position, length, raw_bytes, crc32, crc32c, rows)
            SELECT ?, ?, ?, ?, piece.*
              FROM unnest(?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[]) AS piece
            """;

    private ArchiveLedger() {
    }

    /**
     * Takes the month for this transaction; false when somebody else is at it. The transaction must be one in which each statement sees what
     * was committed before it: what whoever had the month before has listed.
     */
    static boolean claim(Connection connection, ArchivedDataset dataset, YearMonth month) throws SQLException {
        try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            claim.setString(1, dataset.id());
            claim.setString(2, month.toString());
            try (ResultSet row = claim.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** Months up to {@code last} with rows, not built as they are now and left alone for {@code resting}. */
    static List<YearMonth> unbuilt(Connection connection, ArchivedDataset dataset, YearMonth last, Duration resting) throws SQLException {
        List<YearMonth> months = new ArrayList<>();
        try (PreparedStatement select = unbuilt(connection, dataset, FIRST, last, resting); ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                months.add(YearMonth.from(rows.getObject(1, LocalDate.class)));
            }
        }
        return months;
    }

    /** The revision a month stands at; empty when it is built, or has no rows. */
    static OptionalLong unbuilt(Connection connection, ArchivedDataset dataset, YearMonth month) throws SQLException {
        try (PreparedStatement select = unbuilt(connection, dataset, month, month, Duration.ZERO); ResultSet row = select.executeQuery()) {
            return row.next() ? OptionalLong.of(row.getLong(2)) : OptionalLong.empty();
        }
    }

    private static PreparedStatement unbuilt(Connection connection, ArchivedDataset dataset, YearMonth first, YearMonth last, Duration resting)
            throws SQLException {
        PreparedStatement select = connection.prepareStatement(UNBUILT);
        select.setString(1, dataset.id());
        select.setObject(2, first.atDay(1));
        select.setObject(3, last.atDay(1));
        select.setDouble(4, resting.toSeconds());
        select.setString(5, dataset.layout());
        return select;
    }

    /** Has a month built again; false when it was to be already. */
    static boolean damaged(Connection connection, String dataset, YearMonth month, long revision, String layout) throws SQLException {
        try (PreparedStatement mark = connection.prepareStatement(DAMAGED)) {
            mark.setString(1, dataset);
            mark.setObject(2, month.atDay(1));
            mark.setLong(3, revision);
            mark.setString(4, layout);
            return mark.executeUpdate() > 0;
        }
    }

    /** Lists the files; they are public with the commit that follows. */
    static void list(Connection connection, BuiltMonth built) throws SQLException {
        ArchiveBuild build = built.build();
        try (PreparedStatement forget = connection.prepareStatement(FORGET)) {
            month(forget, build);
            forget.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement(LIST)) {
            for (WrittenFile file : List.of(built.csv(), built.parquet())) {
                month(insert, build);
                insert.setString(5, file.format().wire());
                insert.setString(6, file.file());
                insert.setLong(7, file.rows());
                insert.setLong(8, file.bytes());
                insert.setString(9, file.sha256());
                insert.executeUpdate();
            }
        }
        List<PlacePiece> pieces = new ArrayList<>(built.places());
        pieces.add(built.all());
        try (PreparedStatement insert = connection.prepareStatement(LIST_PIECES)) {
            month(insert, build);
            insert.setArray(5, array(connection, "text", pieces.stream().map(PlacePiece::place).toArray()));
            insert.setArray(6, array(connection, "text", pieces.stream().map(PlacePiece::file).toArray()));
            insert.setArray(7, array(connection, "bigint", pieces.stream().map(piece -> piece.extent().offset()).toArray()));
            insert.setArray(8, array(connection, "bigint", pieces.stream().map(piece -> piece.extent().length()).toArray()));
            insert.setArray(9, array(connection, "bigint", pieces.stream().map(piece -> piece.extent().rawBytes()).toArray()));
            insert.setArray(10, array(connection, "bigint", pieces.stream().map(piece -> piece.extent().crc32()).toArray()));
            insert.setArray(11, array(connection, "bigint", pieces.stream().map(piece -> piece.extent().crc32c()).toArray()));
            insert.setArray(12, array(connection, "bigint", pieces.stream().map(PlacePiece::rows).toArray()));
            insert.executeUpdate();
        }
    }

    private static void month(PreparedStatement insert, ArchiveBuild build) throws SQLException {
        insert.setString(1, build.dataset().id());
        insert.setObject(2, build.month().atDay(1));
        insert.setLong(3, build.revision());
        insert.setString(4, build.dataset().layout());
    }

    private static Array array(Connection connection, String type, Object[] values) throws SQLException {
        return connection.createArrayOf(type, values);
    }
}
