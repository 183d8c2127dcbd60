package org.envdisclosure.platform.export;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether the rows of a download are sorted or read in their order from an index. The planner rates plans by the time to the last row;
 * sorting many needs as much room as there are rows, before the first of them is sent. So the index goes first where it costs
 * little more, as for everything of a span, and not where it would be read through for a few, as for two places among thousands.
 */
final class RowOrder {

    /** Of so many rows the first comes soon enough after sorting them. */
    private static final long SORTED_SOON = 50_000;
    // the planner takes rows that came block by block for rows strewn at random, and reads at random for several times what they cost here
    private static final double LITTLE_MORE = 16;
    /** A plan that has its first row in so small a part of its cost sorts nothing to speak of. */
    private static final double FIRST_SOON = 10;
    private static final Pattern COST = Pattern.compile("\\(cost=([0-9.]+)\\.\\.([0-9.]+) rows=([0-9]+) ");

    private RowOrder() {
    }

    /**
     * What the planner expects of a select.
     *
     * @param first of cost, before the first row
     * @param all   of cost
     */
    private record Expected(double first, double all, long rows) {
    }

    /** Settles it for the next statement of the transaction, which sorts until then. */
    static void settle(Connection connection, String select) throws SQLException {
        Expected planned = expected(connection, select);
        if (planned.rows() <= SORTED_SOON || planned.first() < planned.all() / FIRST_SOON) {
            return;
        }
        set(connection, "off");
        if (expected(connection, select).all() > LITTLE_MORE * planned.all()) {
            set(connection, "on");
        }
    }

    private static void set(Connection connection, String sorting) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL enable_sort = " + sorting);
        }
    }

    private static Expected expected(Connection connection, String select) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet line = statement.executeQuery("EXPLAIN " + select)) {
            line.next();
            Matcher cost = COST.matcher(line.getString(1));
            if (!cost.find()) {
                throw new SQLException("a plan without a cost: " + line.getString(1));
            }
            return new Expected(Double.parseDouble(cost.group(1)), Double.parseDouble(cost.group(2)), Long.parseLong(cost.group(3)));
        }
    }
}
