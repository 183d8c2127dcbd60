package org.envdisclosure.platform.withdrawal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.envdisclosure.platform.sql.Sql;

/**
 * What was taken down, beside the rows and not in them, because it holds for every state a row ever had. The dataset says so with
 * the column {@code withdrawn_at}, publishes a revision with every change made here, and reads its rows through {@link #hiding}.
 */
public final class Withdrawals {

    private static final String WITHDRAW = """
            INSERT INTO withdrawal (dataset, item, withdrawn_at, reason, withdrawn_by)
            SELECT ?, item, ?, ?, ? FROM unnest(?::text[]) AS item
            ON CONFLICT (dataset, item) WHERE lifted_at IS NULL DO NOTHING
            """;
    private static final String WITHDRAW_EACH = """
            INSERT INTO withdrawal (dataset, item, withdrawn_at, reason, withdrawn_by)
            SELECT ?, r.item, ?, r.reason, r.withdrawn_by FROM unnest(?::text[], ?::text[], ?::text[]) AS r(item, reason, withdrawn_by)
            ON CONFLICT (dataset, item) WHERE lifted_at IS NULL DO NOTHING
            RETURNING item
            """;
    private static final String TELL = """
            UPDATE %1$s AS t SET revision_reason = 'withdrawn'
              FROM withdrawal AS w
             WHERE t.revision = ? AND w.dataset = ? AND w.item = t.%2$s AND w.lifted_at IS NULL AND t.revision_reason IS DISTINCT FROM 'withdrawn'
            """;
    private static final String LIFT = """
            UPDATE withdrawal SET lifted_at = ?, lift_reason = ?, lifted_by = ?
             WHERE dataset = ? AND item = ANY (?::text[]) AND lifted_at IS NULL
               AND withdrawn_at = (SELECT named.withdrawn_at FROM withdrawal AS named
                                    WHERE named.dataset = ? AND named.item = ? AND named.lifted_at IS NULL)
            """;

    private static final String REASON = "SELECT reason FROM withdrawal WHERE dataset = ? AND item = ? AND lifted_at IS NULL";

    private Withdrawals() {
    }

    /**
     * Who takes down or puts back, and why.
     *
     * @param reason what everybody is told of a withdrawal
     * @param by     name of the key
     */
    public record Decision(String reason, String by, Instant at) {
    }

    /** How many of the items were not taken down before; the others keep their moment and reason. */
    public static int withdraw(Connection connection, String dataset, List<String> items, Decision decision) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(WITHDRAW)) {
            insert.setString(1, dataset);
            insert.setTimestamp(2, Timestamp.from(decision.at()));
            insert.setString(3, decision.reason());
            insert.setString(4, decision.by());
            insert.setArray(5, connection.createArrayOf("text", items.toArray()));
            return insert.executeUpdate();
        }
    }

    /**
     * One of several items that are taken down together, each for a reason of its own.
     *
     * @param by what is told of who decided
     */
    public record Item(String item, String reason, String by) {
    }

    /** Those of the items that were not taken down before; of an item that is named twice the first reason counts. */
    public static List<String> withdrawEach(Connection connection, String dataset, List<Item> items, Instant at) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(WITHDRAW_EACH)) {
            insert.setString(1, dataset);
            insert.setTimestamp(2, Timestamp.from(at));
            insert.setArray(3, connection.createArrayOf("text", items.stream().map(Item::item).toArray()));
            insert.setArray(4, connection.createArrayOf("text", items.stream().map(Item::reason).toArray()));
            insert.setArray(5, connection.createArrayOf("text", items.stream().map(Item::by).toArray()));
            List<String> withdrawn = new ArrayList<>();
            try (ResultSet row = insert.executeQuery()) {
                while (row.next()) {
                    withdrawn.add(row.getString(1));
                }
            }
            return withdrawn;
        }
    }

    /**
     * Has the rows of a revision whose items are down say so, whatever else had changed in them: for whoever follows the changes that is
     * what became of them. To be called once they are published.
     *
     * @param item     the column that names an item
     * @param revision 0 where nothing changed
     */
    public static void tell(Connection connection, String dataset, String table, String item, long revision) throws SQLException {
        if (revision == 0) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement(TELL.formatted(table, item))) {
            update.setLong(1, revision);
            update.setString(2, dataset);
            update.executeUpdate();
        }
    }

    /**
     * Puts back what was taken down together with one item; how many they were, none while that item is public. Those of the items
     * that another decision took down stay down. That they were down stays on record.
     *
     * @param named the item whose withdrawal is undone
     * @param items what may be put back with it, itself included
     */
    public static int lift(Connection connection, String dataset, String named, List<String> items, Decision decision) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(LIFT)) {
            update.setTimestamp(1, Timestamp.from(decision.at()));
            update.setString(2, decision.reason());
            update.setString(3, decision.by());
            update.setString(4, dataset);
            update.setArray(5, connection.createArrayOf("text", items.toArray()));
            update.setString(6, dataset);
            update.setString(7, named);
            return update.executeUpdate();
        }
    }

    /** Why an item was taken down; empty while it is public. */
    public static Optional<String> reason(Connection connection, String dataset, String item) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(REASON)) {
            select.setString(1, dataset);
            select.setString(2, item);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    /**
     * A join that gives {@code withdrawn.withdrawn_at} and {@code withdrawn.reason}, null for what was not taken down.
     *
     * @param item SQL that names an item
     */
    public static Sql join(String dataset, String item) {
        return Sql.of(" LEFT JOIN withdrawal AS withdrawn ON withdrawn.dataset = ? AND withdrawn.item = " + item + " AND withdrawn.lifted_at IS NULL", dataset);
    }

    /**
     * The rows of {@code relation} with {@code withdrawn_at} and {@code withdrawal_reason}; of what was taken down nothing else is left
     * but {@code kept}.
     *
     * @param relation named {@code alias}, with a {@code revision}
     * @param item     the column that names an item
     * @param kept     what identifies a row
     * @param hidden   all its other columns
     */
    public static Sql hiding(Sql relation, String alias, String dataset, String item, List<String> kept, List<String> hidden) {
        String columns = Stream.concat(kept.stream().map(name -> alias + "." + name),
                hidden.stream().map(name -> "CASE WHEN withdrawn.item IS NULL THEN %1$s.%2$s END AS %2$s".formatted(alias, name)))
                .collect(Collectors.joining(", "));
        return Sql.of("(SELECT " + columns + ", withdrawn.withdrawn_at, withdrawn.reason AS withdrawal_reason, " + alias + ".revision FROM ")
                .then(relation).then(join(dataset, alias + "." + item)).then(") AS " + alias);
    }
}
