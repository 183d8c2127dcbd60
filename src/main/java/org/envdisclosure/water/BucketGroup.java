package org.envdisclosure.water;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.envdisclosure.platform.ingest.Recomputation;
import org.envdisclosure.platform.sql.CopyText;

/** The rows one assessment is computed from, and the assessment. */
final class BucketGroup implements Recomputation.Group {

    private final String key;
    private final LocalDate day;
    private final AssessmentRow row;
    private final Content content;
    private final EarlierPeriods earlier;
    private final Instant now;

    /** What a scope makes of its rows. */
    interface Content {

        void add(ResultSet row) throws SQLException;

        /** Whether there is nothing to be said, and never was. */
        default boolean isEmpty() {
            return false;
        }

        void fill(AssessmentRow row);
    }

    BucketGroup(ResultSet first, AssessmentRow row, Content content, EarlierPeriods earlier, Instant now) throws SQLException {
        this.key = first.getString("bucket_key");
        this.day = first.getObject("bucket_day", LocalDate.class);
        this.row = row;
        this.content = content;
        this.earlier = earlier;
        this.now = now;
    }

    @Override
    public boolean holds(ResultSet other) throws SQLException {
        return key.equals(other.getString("bucket_key")) && day.equals(other.getObject("bucket_day", LocalDate.class));
    }

    @Override
    public void add(ResultSet own) throws SQLException {
        content.add(own);
    }

    @Override
    public boolean isEmpty() {
        return content.isEmpty();
    }

    @Override
    public void write(CopyText out) {
        content.fill(row);
        earlier.compare(key, day, row);
        row.put("computed_at", now);
        row.write(out);
    }
}
