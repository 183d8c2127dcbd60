package org.envdisclosure.platform.dataset;

import java.time.Instant;
import java.util.List;
import org.envdisclosure.platform.sql.Sql;
import org.jspecify.annotations.Nullable;

/** Where a dataset's rows are read from: something that can stand in a FROM clause and yields the declared columns. */
@FunctionalInterface
public interface Relation {

    /**
     * The rows of the present state ({@code asOf} null) or of a past one.
     *
     * @param now what an age is counted from
     */
    Sql at(@Nullable AsOf asOf, Instant now);

    /**
     * A table whose superseded rows are kept beside it in {@code <table>_history}: a row of now carries the revision that
     * published it, a row of the history also the one that superseded it, so every past state has exactly one row per key.
     */
    static Relation revised(String table, List<String> columns) {
        return (asOf, now) -> revised(table, columns, asOf);
    }

    /** The rows of such a table. */
    static Sql revised(String table, List<String> columns, @Nullable AsOf asOf) {
        String list = String.join(", ", columns) + ", revision";
        return asOf == null ? Sql.of(table) : Sql.of("""
                (SELECT %1$s FROM %2$s WHERE revision <= ?
                 UNION ALL
                 SELECT %1$s FROM %2$s_history WHERE revision <= ? AND superseded_revision > ?) AS %2$s
                """.formatted(list, table), asOf.revision(), asOf.revision(), asOf.revision());
    }

    /** A revised table read as of a moment rather than of a revision of its own: a register another dataset draws on. */
    static Sql revisedAt(String dataset, String table, List<String> columns, @Nullable AsOf asOf) {
        if (asOf == null) {
            return Sql.of(table);
        }
        String list = String.join(", ", columns);
        String revision = "(SELECT coalesce(max(r.revision), 0) FROM dataset_revision r WHERE r.dataset = ? AND r.published_at <= ?)";
        return Sql.of("""
                (SELECT %1$s FROM %2$s WHERE revision <= %3$s
                 UNION ALL
                 SELECT %1$s FROM %2$s_history WHERE revision <= %3$s AND superseded_revision > %3$s) AS %2$s
                """.formatted(list, table, revision),
                dataset, asOf.moment(), dataset, asOf.moment(), dataset, asOf.moment());
    }
}
