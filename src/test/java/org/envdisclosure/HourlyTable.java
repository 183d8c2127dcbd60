package org.envdisclosure;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The rows a question must be answered with, read straight from the tables by SQL that shares nothing with the service's own. */
final class HourlyTable {

    private static final DateTimeFormatter CHINA = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX").withZone(ZoneOffset.ofHours(8));
    /** An hour belongs to the local day of the second before it ends; the register is that of the moment the revision was published. */
    private static final String ROWS = """
              WITH asked AS (SELECT ?::bigint AS revision),
                   register AS (
                SELECT coalesce(max(r.revision), 0) AS revision
                  FROM dataset_revision r
                 WHERE r.dataset = 'air-stations'
                   AND r.published_at <= (SELECT h.published_at FROM dataset_revision h, asked
                                           WHERE h.dataset = 'air-hourly' AND h.revision = asked.revision)),
                   stations AS (
                SELECT station_code, city_code, city_name, valid_from, valid_to, revision, NULL::bigint AS ended FROM air_stations
                 UNION ALL
                SELECT station_code, city_code, city_name, valid_from, valid_to, revision, superseded_revision FROM air_stations_history),
                   hours AS (
                SELECT %1$s, revision, NULL::bigint AS ended FROM air_hourly
                 UNION ALL
                SELECT %1$s, revision, superseded_revision FROM air_hourly_history)
            SELECT h.*
              FROM hours h CROSS JOIN asked
             WHERE h.revision <= asked.revision AND coalesce(h.ended > asked.revision, true)
               AND h.revision > ?
               AND coalesce(h.station_code = ANY (?::text[]), true)
               AND coalesce(h.data_status = ANY (?::text[]), true)
               AND coalesce(h.observed_at > ?::timestamptz, true)
               AND coalesce(h.observed_at <= ?::timestamptz, true)
               AND (?::text[] IS NULL OR (
                    SELECT count(*)
                      FROM stations s CROSS JOIN register
                     WHERE s.revision <= register.revision AND coalesce(s.ended > register.revision, true)
                       AND s.station_code = h.station_code
                       AND ((h.observed_at - interval '1 second') AT TIME ZONE 'Asia/Shanghai')::date >= s.valid_from
                       AND coalesce(((h.observed_at - interval '1 second') AT TIME ZONE 'Asia/Shanghai')::date < s.valid_to, true)
                       AND ARRAY[s.city_code, s.city_name] && ?::text[]) > 0)
            """.formatted(String.join(", ", HourlyQuestion.COLUMNS));
    private static final String FORWARD = " ORDER BY h.observed_at, h.station_code";
    private static final String BACKWARD = " ORDER BY h.observed_at DESC, h.station_code DESC";

    private final DataSource database;

    HourlyTable(DataSource database) {
        this.database = database;
    }

    /** The rows at {@code revision}, each cell as CSV prints it. */
    List<List<String>> rows(HourlyQuestion question, long revision) throws SQLException {
        return rowsChangedAfter(0, question, revision);
    }

    /** As {@link #rows}, only those published after the revision {@code since}. */
    List<List<String>> rowsChangedAfter(long since, HourlyQuestion question, long revision) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(ROWS + (question.descending() ? BACKWARD : FORWARD))) {
            select.setLong(1, revision);
            select.setLong(2, since);
            select.setArray(3, array(connection, question.stations()));
            select.setArray(4, array(connection, question.statuses()));
            select.setObject(5, time(question.from()));
            select.setObject(6, time(question.to()));
            select.setArray(7, array(connection, question.cities()));
            select.setArray(8, array(connection, question.cities()));
            try (ResultSet found = select.executeQuery()) {
                return read(found, question.fields());
            }
        }
    }

    /** When a revision was published. */
    Instant publishedAt(long revision) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT published_at FROM dataset_revision WHERE dataset = 'air-hourly' AND revision = ?")) {
            select.setLong(1, revision);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getTimestamp(1).toInstant();
            }
        }
    }

    private static @Nullable Array array(Connection connection, @Nullable List<String> values) throws SQLException {
        return values == null ? null : connection.createArrayOf("text", values.toArray());
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static List<List<String>> read(ResultSet found, List<String> columns) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        while (found.next()) {
            List<String> row = new ArrayList<>();
            for (String column : columns) {
                row.add(text(found.getObject(column)));
            }
            rows.add(row);
        }
        return rows;
    }

    private static String text(@Nullable Object value) throws SQLException {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        } else if (value instanceof Timestamp time) {
            return CHINA.format(time.toInstant());
        } else if (value instanceof Array list) {
            return String.join(";", (String[]) list.getArray());
        }
        return value == null ? "" : value.toString();
    }
}
