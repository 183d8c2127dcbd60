package org.envdisclosure.source;

import static org.envdisclosure.source.SourceTables.LIMITS;
import static org.envdisclosure.source.SourceTables.OUTLETS;
import static org.envdisclosure.source.SourceTables.SOURCES;

import java.util.List;
import java.util.stream.Collectors;
import org.envdisclosure.platform.dataset.AsOf;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.dataset.Relation;
import org.envdisclosure.platform.ingest.StoredTable.Field;
import org.envdisclosure.platform.sql.Sql;
import org.jspecify.annotations.Nullable;

/** Sources and outlets as everybody sees them: places as {@link HiddenPlaces} shows them, and in a source what belongs to it. */
final class PublicSources {

    /** In China, by the database's clock, for whoever reads the view. */
    static final Sql DATABASE_DAY = Sql.of("(now() AT TIME ZONE INTERVAL '+08:00')::date");

    // of a version that has ended its last day counts, of one that has not begun its first
    private static final String DAY_BEGINS = ") AS sources CROSS JOIN LATERAL (SELECT greatest(sources.valid_from, least(";
    private static final String DAY_ENDS = ", sources.valid_to - 1)) AS day) AS asked) AS sources";
    private static final String IN_FORCE = " WHERE part.source_id = sources.source_id AND part.valid_from <= asked.day AND (part.valid_to IS NULL OR part.valid_to > asked.day)";

    private PublicSources() {
    }

    /** @param day the day asked for, whose outlets and limits stand in the rows */
    static Sql sources(int decimals, @Nullable AsOf asOf, Sql day) {
        String own = SOURCES.staged().stream().map(field -> "sources." + field.name()).collect(Collectors.joining(", "));
        return Sql.of("(SELECT " + own + ", sources.revision, (SELECT " + list(outletMembers(), "part.outlet_code") + " FROM (")
                .then(HiddenPlaces.at(OUTLETS, decimals, asOf)).then(") AS part" + IN_FORCE + ") AS outlets, (SELECT "
                        + list(limitMembers(), "part.outlet_code, part.factor_code, part.averaging") + " FROM ")
                .then(limits(asOf)).then(" AS part" + IN_FORCE + ") AS permit_limits FROM (")
                .then(HiddenPlaces.of(SOURCES, decimals, asOf)).then(DAY_BEGINS).then(day).then(DAY_ENDS);
    }

    static Sql outlets(int decimals, @Nullable AsOf asOf) {
        return Sql.of("(").then(HiddenPlaces.of(OUTLETS, decimals, asOf)).then(") AS sources_outlets");
    }

    private static Sql limits(@Nullable AsOf asOf) {
        List<String> columns = LIMITS.staged().stream().map(Field::name).toList();
        return Sql.of("(SELECT " + String.join(", ", columns) + " FROM ").then(Relation.revisedAt(LIMITS.dataset(), LIMITS.name(), columns, asOf)).then(")");
    }

    /** A part of a source as its rows show it, beside {@code source_id}; whatever its days. */
    static Sql parts(String column, int decimals) {
        return column.equals(SourceColumns.OUTLETS)
                ? parts(outletMembers(), Sql.of("(").then(HiddenPlaces.of(OUTLETS, decimals, (AsOf) null)).then(")"))
                : parts(limitMembers(), Sql.of(LIMITS.name()));
    }

    /** The parts of one source alone. */
    static Sql partsOf(String column, int decimals, String source) {
        return Sql.of("SELECT part FROM (").then(parts(column, decimals)).then(") AS parts WHERE source_id = ?", source);
    }

    private static Sql parts(List<Column> members, Sql rows) {
        return Sql.of("SELECT part.source_id, CAST(" + object(members) + " AS text) AS part FROM ").then(rows).then(" AS part");
    }

    private static String list(List<Column> members, String order) {
        return "coalesce(json_agg(" + object(members) + " ORDER BY " + order + "), '[]')";
    }

    private static String object(List<Column> members) {
        return "json_build_object(" + members.stream().map(Column::name).map(name -> "'" + name + "', part." + name).collect(Collectors.joining(", ")) + ")";
    }

    private static List<Column> outletMembers() {
        return members(SourceColumns.OUTLETS);
    }

    private static List<Column> limitMembers() {
        return members(SourceColumns.PERMIT_LIMITS);
    }

    private static List<Column> members(String column) {
        return SourceColumns.source().stream().filter(each -> each.name().equals(column)).findFirst().orElseThrow().members();
    }
}
