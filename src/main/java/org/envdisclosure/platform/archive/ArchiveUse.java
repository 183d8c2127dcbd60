package org.envdisclosure.platform.archive;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.Set;

/** Which files the ledger still needs. */
final class ArchiveUse {

    /** Of what is superseded for so long that no download begun before can still want it. */
    private static final String FORGET_PIECES = """
            DELETE FROM archive_piece AS p
             WHERE p.dataset = ? AND EXISTS (
                   SELECT 1 FROM archive AS newer
                    WHERE newer.dataset = p.dataset AND newer.month = p.month
                      AND (newer.revision > p.revision OR newer.revision = p.revision AND newer.layout <> p.layout
                           AND newer.built_at > coalesce((SELECT max(own.built_at) FROM archive AS own
                                                           WHERE own.dataset = p.dataset AND own.month = p.month
                                                             AND own.revision = p.revision AND own.layout = p.layout), '-infinity'))
                      AND newer.built_at < clock_timestamp() - make_interval(secs => ?))
            """;
    private static final String NAMED = "SELECT file FROM archive WHERE dataset = ? UNION SELECT file FROM archive_piece WHERE dataset = ?";
    private static final String NAMES = """
            SELECT EXISTS (SELECT 1 FROM archive WHERE file = ?)
                OR EXISTS (SELECT 1 FROM archive_piece WHERE dataset = ? AND month = ? AND file = ?)
            """;

    private ArchiveUse() {
    }

    /** How many pieces nobody needs any more were taken off the ledger. */
    static int forgetPieces(Connection connection, ArchivedDataset dataset, Duration grace) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(FORGET_PIECES)) {
            delete.setString(1, dataset.id());
            delete.setDouble(2, grace.toSeconds());
            return delete.executeUpdate();
        }
    }

    /** Whether the ledger knows a file of a month. */
    static boolean names(Connection connection, ArchivedDataset dataset, YearMonth month, String file) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NAMES)) {
            select.setString(1, file);
            select.setString(2, dataset.id());
            select.setObject(3, month.atDay(1));
            select.setString(4, file);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** Names of the files the ledger knows. */
    static Set<String> named(Connection connection, ArchivedDataset dataset) throws SQLException {
        Set<String> named = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(NAMED)) {
            select.setString(1, dataset.id());
            select.setString(2, dataset.id());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    named.add(rows.getString(1));
                }
            }
        }
        return named;
    }
}
