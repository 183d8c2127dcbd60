package org.envdisclosure.source.record;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.envdisclosure.platform.sql.Sql;
import org.envdisclosure.platform.time.ChinaTime;
import org.envdisclosure.platform.withdrawal.Withdrawals;
import org.jspecify.annotations.Nullable;

/**
 * What the law's own clock withdraws: a penalty from the day it was annulled (行政处罚法 art. 48 leaves three working days, this service
 * takes none), and every record the day after its last public one. Each end is applied once, so that an administrator may put a record
 * back; another date is another end.
 */
final class LawClock {

    /** What is told where the sender gave no reason that may be told. */
    static final String ANNULLED = "行政处罚决定已被变更、撤销、确认违法或者确认无效，依法撤回（行政处罚法第四十八条） / the penalty was annulled and is withdrawn by law";
    private static final String ENDED = "公开期限至 %1$s 届满 / the period of publication ended on %1$s";
    /**
     * Ends told by one relation, not yet applied, of records that another one shows; with the reason as it may be read there. What a
     * reviewer has not looked at is not told.
     */
    private static final String ENDS = """
            SELECT e.record_id, e.cause, e.due_on, CASE WHEN e.cause = 'annulled' AND t.annulled_on = e.due_on THEN t.annulment_reason END AS reason
              FROM (SELECT r.record_id, 'annulled' AS cause, r.annulled_on AS due_on FROM %1$s AS r WHERE r.annulled_on <= ?
                    UNION SELECT r.record_id, 'public_until', r.public_until FROM %1$s AS r WHERE r.public_until < ?) AS e
              JOIN %2$s AS t ON t.record_id = e.record_id
             WHERE NOT EXISTS (SELECT FROM supervision_ended AS x WHERE x.record_id = e.record_id AND x.cause = e.cause AND x.due_on = e.due_on)
            """;
    private static final String IN_ORDER = " ORDER BY e.record_id, e.cause";
    private static final String STANDING = "supervision_records_published";
    /** The rows of a stage that reach the table: one of each record. */
    private static final String REACHING = "(SELECT record_id, annulled_on, public_until, annulment_reason FROM stage_supervision_records_published WHERE verdict IN ('i', 'c', 'r', 'u'))";
    /** What waits for a reviewer may say already that the published state must go; when it is over is told with what is published. */
    private static final String ARRIVING = "(SELECT record_id, annulled_on, CASE WHEN state = 'published' THEN public_until END AS public_until FROM " + Arriving.TABLE + ")";
    private static final String EVERYWHERE = """
            (SELECT record_id, annulled_on, public_until FROM supervision_records_published WHERE annulled_on IS NOT NULL OR public_until IS NOT NULL
             UNION ALL SELECT record_id, annulled_on, NULL FROM supervision_originals WHERE state = 'held' AND annulled_on IS NOT NULL)""";
    private static final String NOTE = """
            INSERT INTO supervision_ended (record_id, cause, due_on, ended_at)
            SELECT r.record_id, r.cause, r.due_on::date, ? FROM unnest(?::text[], ?::text[], ?::text[]) AS r(record_id, cause, due_on) ON CONFLICT DO NOTHING
            """;

    private LawClock() {
    }

    /**
     * An end that has come.
     *
     * @param reason that was given and may be told
     */
    record End(String record, String cause, LocalDate dueOn, @Nullable String reason) {

        Withdrawals.Item item() {
            return new Withdrawals.Item(record, !cause.equals("annulled") ? ENDED.formatted(dueOn) : reason == null ? ANNULLED : reason, cause);
        }
    }

    /** The published states, as they stand, of records whose correction is held but says that they were annulled, or has their files looked at again. */
    static Sql standing(Instant now) {
        return Sql.of("SELECT " + String.join(", ", RecordTable.STORED) + " FROM supervision_records_published WHERE record_id IN (SELECT a.record_id FROM " + Arriving.TABLE
                + " AS a WHERE a.state <> 'published' AND (a.annulled_on <= ? OR a.files_again))", ChinaTime.dateOf(now));
    }

    /** Applies the ends that the originals of a batch tell, to records whose rows are staged. */
    static void endArriving(Connection connection, Instant now) throws SQLException {
        RevisionPlan.revise(connection, apply(connection, ends(connection, ARRIVING, REACHING, now), now));
    }

    /** Applies the ends that staged rows tell. */
    static void endStaged(Connection connection, Instant now) throws SQLException {
        RevisionPlan.revise(connection, apply(connection, ends(connection, REACHING, REACHING, now), now));
    }

    /** Records of which some end has come, so many at most. */
    static List<String> due(Connection connection, Instant now, int most) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT DISTINCT d.record_id FROM (" + ENDS.formatted(EVERYWHERE, STANDING) + ") AS d ORDER BY 1 LIMIT " + most)) {
            bind(select, now);
            List<String> due = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    due.add(row.getString(1));
                }
            }
            return due;
        }
    }

    /** Applies what has come of published records; those that were public until now. */
    static List<String> end(Connection connection, List<String> records, Instant now) throws SQLException {
        Set<String> meant = Set.copyOf(records);
        return apply(connection, ends(connection, EVERYWHERE, STANDING, now).stream().filter(end -> meant.contains(end.record())).toList(), now);
    }

    private static List<End> ends(Connection connection, String told, String shown, Instant now) throws SQLException {
        List<End> ends = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(ENDS.formatted(told, shown) + IN_ORDER)) {
            bind(select, now);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    ends.add(new End(row.getString(1), row.getString(2), row.getObject(3, LocalDate.class), row.getString(4)));
                }
            }
        }
        return ends;
    }

    private static void bind(PreparedStatement select, Instant now) throws SQLException {
        LocalDate today = ChinaTime.dateOf(now);
        select.setObject(1, today);
        select.setObject(2, today);
    }

    private static List<String> apply(Connection connection, List<End> ends, Instant now) throws SQLException {
        if (ends.isEmpty()) {
            return List.of();
        }
        List<String> withdrawn = Withdrawals.withdrawEach(connection, RecordTable.DATASET, ends.stream().map(End::item).toList(), now);
        try (PreparedStatement insert = connection.prepareStatement(NOTE)) {
            insert.setTimestamp(1, Timestamp.from(now));
            insert.setArray(2, connection.createArrayOf("text", ends.stream().map(End::record).toArray()));
            insert.setArray(3, connection.createArrayOf("text", ends.stream().map(End::cause).toArray()));
            insert.setArray(4, connection.createArrayOf("text", ends.stream().map(end -> end.dueOn().toString()).toArray()));
            insert.executeUpdate();
        }
        return withdrawn;
    }
}
