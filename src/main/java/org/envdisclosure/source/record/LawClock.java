package org.envdisclosure.source.record;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.envdisclosure.platform.sql.Sql;
import org.envdisclosure.platform.time.ChinaTime;
import org.envdisclosure.platform.withdrawal.Withdrawals;

/**
 * What the law's own clock withdraws: a penalty from the day it was annulled (行政处罚法 art. 48 leaves three working days, this service
 * takes none), and every record the day after its last public one. Each end is applied once, so that an administrator may put a record
 * back; another date is another end.
 */
final class LawClock {

    /** What is told where the sender gave no reason that may be told. */
    static final String ANNULLED = "行政处罚决定已被变更、撤销、确认违法或者确认无效，依法撤回（行政处罚法第四十八条） / the penalty was annulled and is withdrawn by law";
    private static final String ENDED = "公开期限至 %1$s 届满 / the period of publication ended on %1$s";
    /** Ends of the rows of a relation r with annulled_on and public_until, not yet applied. */
    private static final String ENDS = """
            SELECT e.record_id, e.cause, e.due_on
              FROM (SELECT r.record_id, 'annulled' AS cause, r.annulled_on AS due_on FROM %1$s AS r WHERE r.annulled_on <= ?
                    UNION SELECT r.record_id, 'public_until', r.public_until FROM %1$s AS r WHERE r.public_until < ?) AS e
             WHERE NOT EXISTS (SELECT FROM supervision_ended AS x WHERE x.record_id = e.record_id AND x.cause = e.cause AND x.due_on = e.due_on)
               AND %2$s
             ORDER BY e.record_id, e.cause
            """;
    private static final String IS_PUBLISHED = "EXISTS (SELECT FROM supervision_records_published AS p WHERE p.record_id = e.record_id)";
    static final String STAGE = "stage_supervision_records_published";
    private static final String IS_STAGED = "EXISTS (SELECT FROM stage_supervision_records_published AS p WHERE p.record_id = e.record_id)";
    /** What waits for a reviewer may say already that the published state must go. */
    private static final String EVERYWHERE = """
            (SELECT record_id, annulled_on, public_until FROM supervision_records_published WHERE annulled_on IS NOT NULL OR public_until IS NOT NULL
             UNION ALL SELECT record_id, annulled_on, NULL FROM supervision_originals WHERE state = 'held' AND annulled_on IS NOT NULL)""";
    private static final String REASON = "SELECT annulment_reason FROM %s WHERE record_id = ? AND annulled_on = ? LIMIT 1";
    private static final String NOTE = "INSERT INTO supervision_ended (record_id, cause, due_on, ended_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String REVISE = "UPDATE stage_supervision_records_published SET verdict = 'c' WHERE record_id = ? AND verdict = 'u'";

    private static final String TELL = "UPDATE supervision_records_published SET revision_reason = 'withdrawn' WHERE record_id = ANY (?) AND revision = ?";

    private LawClock() {
    }

    /** An end that has come. */
    record End(String record, String cause, LocalDate dueOn) {
    }

    /** The published states, as they stand, of records whose correction is held but says that they were annulled. */
    static Sql standing(Instant now) {
        return Sql.of("SELECT " + String.join(", ", RecordTable.STORED) + " FROM supervision_records_published WHERE record_id IN (SELECT a.record_id FROM " + Arriving.TABLE
                + " AS a WHERE a.state <> 'published' AND a.annulled_on <= ?)", ChinaTime.dateOf(now));
    }

    /**
     * Applies the ends of records whose rows are staged.
     *
     * @param rows the table that tells the ends
     * @return the records that were public until now
     */
    static List<String> endStaged(Connection connection, String rows, Instant now) throws SQLException {
        List<String> withdrawn = new ArrayList<>();
        for (End end : ends(connection, rows, IS_STAGED, now)) {
            if (apply(connection, end, STAGE, now)) {
                withdrawn.add(end.record());
            }
        }
        return withdrawn;
    }

    /** Why the rows of a revision are what they are: not because they were sent. */
    static void tell(Connection connection, List<String> withdrawn, long revision) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(TELL)) {
            update.setArray(1, connection.createArrayOf("text", withdrawn.toArray()));
            update.setLong(2, revision);
            update.executeUpdate();
        }
    }

    /** Records of which some end has come. */
    static List<String> due(Connection connection, Instant now) throws SQLException {
        return ends(connection, EVERYWHERE, IS_PUBLISHED, now).stream().map(End::record).distinct().toList();
    }

    /** Applies what has come of a published record; whether it was public until now. */
    static boolean end(Connection connection, String record, Instant now) throws SQLException {
        boolean withdrawn = false;
        for (End end : ends(connection, EVERYWHERE, IS_PUBLISHED, now)) {
            if (end.record().equals(record)) {
                withdrawn |= apply(connection, end, "supervision_records_published", now);
            }
        }
        return withdrawn;
    }

    private static List<End> ends(Connection connection, String rows, String condition, Instant now) throws SQLException {
        List<End> ends = new ArrayList<>();
        Date today = Date.valueOf(ChinaTime.dateOf(now));
        try (PreparedStatement select = connection.prepareStatement(ENDS.formatted(rows, condition))) {
            select.setDate(1, today);
            select.setDate(2, today);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    ends.add(new End(row.getString(1), row.getString(2), row.getObject(3, LocalDate.class)));
                }
            }
        }
        return ends;
    }

    private static boolean apply(Connection connection, End end, String rows, Instant now) throws SQLException {
        String reason = end.cause().equals("annulled") ? annulmentReason(connection, end, rows) : ENDED.formatted(end.dueOn());
        boolean withdrawn = Withdrawals.withdraw(connection, RecordTable.DATASET, List.of(end.record()), new Withdrawals.Decision(reason, end.cause(), now)) > 0;
        note(connection, end, now);
        if (withdrawn) {
            try (PreparedStatement revise = connection.prepareStatement(REVISE)) {
                revise.setString(1, end.record());
                revise.executeUpdate();
            }
        }
        return withdrawn;
    }

    /** As it may be read; what a reviewer has not looked at is not told. */
    private static String annulmentReason(Connection connection, End end, String rows) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(REASON.formatted(rows))) {
            select.setString(1, end.record());
            select.setObject(2, end.dueOn());
            try (ResultSet row = select.executeQuery()) {
                String reason = row.next() ? row.getString(1) : null;
                return reason == null ? ANNULLED : reason;
            }
        }
    }

    private static void note(Connection connection, End end, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(NOTE)) {
            insert.setString(1, end.record());
            insert.setString(2, end.cause());
            insert.setObject(3, end.dueOn());
            insert.setTimestamp(4, Timestamp.from(now));
            insert.executeUpdate();
        }
    }
}
