package org.envdisclosure.water;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import org.envdisclosure.platform.measure.CalendarPeriod;

/**
 * What one assessment is computed for. Its key in the queue is {@code month|section|99S001}: one place and kind of period always fall to
 * the same worker, so that a period never overtakes the one it is compared with.
 */
record AssessmentBucket(CalendarPeriod period, AssessmentScope scope, String code) {

    /** Of {@code rollup_due}, as a common table expression: the parts of the key, the length of the period and the day after it. */
    static final String DUE = """
            WITH due AS (
                SELECT bucket_key, bucket_day, kind, scope, substr(bucket_key, length(kind) + length(scope) + 3) AS code, span,
                       (bucket_day + span)::date AS bucket_end
                  FROM (SELECT bucket_key, bucket_day, split_part(bucket_key, '|', 1) AS kind, split_part(bucket_key, '|', 2) AS scope,
                               CASE split_part(bucket_key, '|', 1) WHEN 'month' THEN interval '1 month'
                                    WHEN 'quarter' THEN interval '3 months' ELSE interval '1 year' END AS span
                          FROM rollup_due) AS keys)
            """;

    /** Of a row of {@link #DUE}. */
    static AssessmentBucket of(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        return new AssessmentBucket(CalendarPeriod.containing(Arrays.stream(CalendarPeriod.Kind.values())
                .filter(each -> each.wire().equals(kind)).findFirst().orElseThrow(), row.getObject("bucket_day", LocalDate.class)),
                AssessmentScope.ofWire(row.getString("scope")).orElseThrow(), row.getString("code"));
    }
}
