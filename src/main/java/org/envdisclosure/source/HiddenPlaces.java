package org.envdisclosure.source;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.envdisclosure.platform.dataset.AsOf;
import org.envdisclosure.platform.dataset.Relation;
import org.envdisclosure.platform.ingest.StoredTable;
import org.envdisclosure.platform.ingest.StoredTable.Field;
import org.envdisclosure.platform.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Where sources and outlets are, as everybody may know it. While any version of a source that stands is marked sensitive, its place and those of
 * its outlets are rounded in all their versions and every past state: the mark is of the place and not of a day.
 */
final class HiddenPlaces {

    /** Sources with the mark. */
    static final String MARKED = "SELECT source_id FROM sources_entered WHERE sensitive";

    private HiddenPlaces() {
    }

    /**
     * The rows of a table that has {@code source_id}, {@code longitude} and {@code latitude}.
     *
     * @param decimals of a degree that are shown of what is hidden
     * @param entered  the rows as they were entered, named as the table
     * @return all columns of the table and {@code revision}, to stand in brackets
     */
    static Sql of(StoredTable table, int decimals, Sql entered) {
        String columns = table.staged().stream().map(Field::name).map(name -> column(table.name(), name, decimals)).collect(Collectors.joining(", "));
        return Sql.of("SELECT %1$s, %2$s.revision FROM ".formatted(columns, table.name())).then(entered)
                .then(" LEFT JOIN (SELECT DISTINCT source_id FROM (%s) AS marked) AS hidden ON hidden.source_id = %s.source_id".formatted(MARKED, table.name()));
    }

    /** The state of the table's own revisions. */
    static Sql of(StoredTable table, int decimals, @Nullable AsOf asOf) {
        return of(table, decimals, Relation.revised(table.name(), names(table), asOf));
    }

    /** The state at a moment, for another dataset's rows. */
    static Sql at(StoredTable table, int decimals, @Nullable AsOf asOf) {
        return of(table, decimals, Relation.revisedAt(table.dataset(), table.name(), withRevision(table), asOf));
    }

    private static List<String> names(StoredTable table) {
        return table.staged().stream().map(Field::name).toList();
    }

    private static List<String> withRevision(StoredTable table) {
        return Stream.concat(names(table).stream(), Stream.of("revision")).toList();
    }

    private static String column(String table, String name, int decimals) {
        String column = table + "." + name;
        return name.equals("longitude") || name.equals("latitude")
                ? "CASE WHEN hidden.source_id IS NULL THEN %1$s ELSE round(%1$s, %2$d) END AS %3$s".formatted(column, decimals, name) : column;
    }
}
