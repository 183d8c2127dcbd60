package org.envdisclosure.platform.operation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.dataset.TimeAxis;
import org.envdisclosure.platform.sql.Sql;
import org.envdisclosure.platform.time.ChinaTime;
import org.jspecify.annotations.Nullable;

/** Looks facts up; each is one short statement, the newest row by the index that leads with the time. */
final class FactReader {

    /** A dataset whose newest row takes longer to find has no such index; its fact is left as it was. */
    private static final int LONGEST_SECONDS = 3;

    private final Connection connection;
    private final Instant now;

    FactReader(Connection connection, Instant now) {
        this.connection = connection;
        this.now = now;
    }

    /**
     * @param rows     the dataset, or another with the same newest row
     * @param revision of the dataset, as known before this look
     */
    DatasetFact of(Dataset dataset, Dataset rows, long revision) throws SQLException {
        TimeAxis time = rows.time().orElseThrow();
        Sql newest = Sql.of("SELECT max(" + time.column() + ") FROM ").then(rows.relation().at(null, now));
        try (PreparedStatement statement = prepared(newest.literal()); ResultSet row = statement.executeQuery()) {
            row.next();
            return new DatasetFact(dataset.id(), revision, covered(row, dataset));
        }
    }

    QueueFact of(WorkQueue queue) throws SQLException {
        try (PreparedStatement statement = prepared("SELECT count(*), min(" + queue.queuedAt() + ") FROM " + queue.queueTable());
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new QueueFact(queue.queueName(), row.getLong(1), instant(row, 2));
        }
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setQueryTimeout(LONGEST_SECONDS);
        return statement;
    }

    /** A day's row covers it to its end, that of a month the month: rows of days and longer come as often as they are long. */
    private static @Nullable Instant covered(ResultSet row, Dataset dataset) throws SQLException {
        if (dataset.time().orElseThrow().kind() != TimeAxis.Kind.DAY) {
            return instant(row, 1);
        }
        LocalDate first = row.getObject(1, LocalDate.class);
        return first == null ? null : ChinaTime.startOf(first.plus(Period.parse(dataset.cadence())));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
