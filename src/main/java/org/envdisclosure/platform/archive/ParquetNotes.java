package org.envdisclosure.platform.archive;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.dataset.ColumnType;
import org.envdisclosure.platform.dataset.Dataset;

/**
 * What a Parquet file says of itself in its key-value metadata: dataset, month and revision, licence and notice, and of each column unit,
 * meaning and standard; of the columns that name the edition a row was judged by, also which editions occur.
 */
final class ParquetNotes {

    private static final String EDITIONS = "_standard";

    private final ArchiveBuild build;
    private final Map<String, Set<String>> editions = new TreeMap<>();

    ParquetNotes(ArchiveBuild build) {
        this.build = build;
    }

    Map<String, String> known() {
        Dataset dataset = build.dataset().dataset();
        Map<String, String> notes = new LinkedHashMap<>();
        notes.put("dataset", dataset.id());
        notes.put("month", build.month().toString());
        notes.put("revision", Long.toString(build.revision()));
        notes.put("contract", Dataset.CONTRACT);
        notes.put("time", dataset.key().get(0) + " " + build.dataset().time().kind().name().toLowerCase(Locale.ROOT));
        notes.put("title.zh", dataset.title().zh());
        notes.put("title.en", dataset.title().en());
        notes.put("license", dataset.licence());
        notes.put("attribution.zh", dataset.attribution().zh());
        notes.put("attribution.en", dataset.attribution().en());
        dataset.notice().ifPresent(notice -> {
            notes.put("notice.zh", notice.zh());
            notes.put("notice.en", notice.en());
        });
        dataset.columns().forEach(column -> describe(column, notes));
        return notes;
    }

    private static void describe(Column column, Map<String, String> notes) {
        String name = "column." + column.name();
        if (column.unit() != null) {
            notes.put(name + ".unit", column.unit());
        }
        notes.put(name + ".description.zh", column.description().zh());
        notes.put(name + ".description.en", column.description().en());
        if (column.source() != null) {
            notes.put(name + ".standard", column.source());
        }
    }

    /** The same cell, of which the editions it writes are remembered. */
    ParquetCell watched(Column column, ParquetCell cell) {
        if (column.type() != ColumnType.CODE || !column.name().endsWith(EDITIONS)) {
            return cell;
        }
        Set<String> found = editions.computeIfAbsent(column.name(), name -> new TreeSet<>());
        return (from, at, length, into) -> {
            found.add(new String(from, at, length, StandardCharsets.UTF_8));
            cell.write(from, at, length, into);
        };
    }

    Map<String, String> found() {
        return editions.entrySet().stream().collect(Collectors.toMap(entry -> "column." + entry.getKey() + ".editions",
                entry -> String.join(";", entry.getValue())));
    }
}
