package org.envdisclosure.source;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.envdisclosure.platform.dataset.AsOf;
import org.envdisclosure.platform.dataset.Relation;
import org.envdisclosure.platform.ingest.StoredTable;
import org.envdisclosure.platform.ingest.StoredTable.Field;
import org.envdisclosure.platform.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Where sources and outlets are, as everybody may know it. While any version of a source that stands is marked sensitive, all its versions and all
 * its outlets show one place, in every past state too: the rounded one of its newest version, or none where that has none. Each rounded by itself
 * would be another box around the same yard, and together they would tell it.
 */
final class HiddenPlaces {

    /** Sources with the mark. */
    static final String MARKED = "SELECT source_id FROM sources_entered WHERE sensitive";

    /** The newest version of each of these. */
    private static final String NEWEST = "SELECT DISTINCT ON (source_id) source_id, longitude, latitude, datum FROM sources_entered WHERE source_id IN (" + MARKED
            + ") ORDER BY source_id, valid_from DESC";
    private static final Set<String> OF_THE_PLACE = Set.of("longitude", "latitude", "datum");

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
        String columns = table.staged().stream().map(Field::name)
                .map(name -> OF_THE_PLACE.contains(name) ? shown(table, name, decimals) + " AS " + name : table.name() + "." + name).collect(Collectors.joining(", "));
        return Sql.of("SELECT %1$s, %2$s.revision FROM ".formatted(columns, table.name())).then(entered)
                .then(" LEFT" + join(table));
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

    /** With what is shown of the sources that are hidden, as {@link #shown} needs it. */
    static String join(StoredTable table) {
        return " JOIN (%s) AS hidden ON hidden.source_id = %s.source_id".formatted(NEWEST, table.name());
    }

    /** What has no place is shown without one. */
    static String shown(StoredTable table, String column, int decimals) {
        String hidden = column.equals("datum") ? "hidden.datum" : "round(hidden.%s, %d)".formatted(column, decimals);
        return "CASE WHEN hidden.source_id IS NULL OR %1$s.longitude IS NULL OR %1$s.latitude IS NULL THEN %1$s.%2$s ELSE %3$s END"
                .formatted(table.name(), column, hidden);
    }
}
