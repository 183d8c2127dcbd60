package org.envdisclosure.platform.dataset;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.envdisclosure.platform.measure.DataStatus;
import org.envdisclosure.platform.measure.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * A dataset, declared once. Everything that describes or serves it is derived from this: pages, streams, the API document,
 * CSVW metadata and the catalogue entry.
 *
 * <p>Rows are given oldest first: {@link #key()} is both the identity of a row and the total order, time first where there is one.
 */
public final class Dataset {

    /** Goes up when the same data would be written differently. */
    public static final String CONTRACT = "1.0";

    private final String id;
    private final String path;
    private final LocalizedText title;
    private final LocalizedText description;
    private final @Nullable LocalizedText notice;
    private final List<Column> columns;
    private final Map<String, Column> byName;
    private final List<String> key;
    private final @Nullable TimeAxis time;
    private final List<Filter> filters;
    private final Set<Format> formats;
    private final Relation relation;
    private final List<String> restsOn;
    private final boolean revised;
    private final boolean revisedTable;
    private final @Nullable String storedIn;
    private final boolean dependsOnNow;
    private final boolean confidential;
    private final boolean hidesInThePast;
    private final String cadence;
    private final String licence;
    private final LocalizedText attribution;
    private final List<LocalizedText> keywords;
    private final @Nullable String statusColumn;

    Dataset(DatasetBuilder b) {
        this.id = b.id;
        this.path = b.path;
        this.title = b.title;
        this.description = b.description;
        this.notice = b.notice;
        this.columns = List.copyOf(b.columns);
        this.byName = columns.stream().collect(Collectors.toUnmodifiableMap(Column::name, UnaryOperator.identity()));
        this.key = List.copyOf(b.key);
        this.time = b.time;
        this.filters = List.copyOf(b.filters);
        this.relation = b.relation;
        this.restsOn = b.restsOn.isEmpty() ? List.of(id) : List.copyOf(b.restsOn);
        this.revised = b.revised;
        this.revisedTable = b.revisedTable;
        this.storedIn = b.storedIn;
        this.dependsOnNow = b.dependsOnNow;
        this.confidential = b.confidential;
        this.hidesInThePast = b.hidesInThePast;
        this.cadence = b.cadence;
        this.licence = b.licence;
        this.attribution = b.attribution;
        this.keywords = List.copyOf(b.keywords);
        this.statusColumn = byName.containsKey("data_status") ? "data_status" : null;
        this.formats = EnumSet.of(Format.JSON, Format.CSV, Format.NDJSON, Format.COLUMNS);
        if (byName.containsKey("longitude") && byName.containsKey("latitude")) {
            formats.add(Format.GEOJSON);
        }
        key.forEach(this::column);
    }

    public static DatasetBuilder named(String id, String path) {
        return new DatasetBuilder(id, path);
    }

    /** Such as {@code air-hourly}; with {@code _} for {@code -} the name of its public table or view. */
    public String id() {
        return id;
    }

    /** Below {@code /api/v1}, such as {@code /air/hourly}. */
    public String path() {
        return path;
    }

    public LocalizedText title() {
        return title;
    }

    public LocalizedText description() {
        return description;
    }

    /** What a reader must know of any of its rows. */
    public Optional<LocalizedText> notice() {
        return Optional.ofNullable(notice);
    }

    /** What a reader must be told beside rows of which the least reviewed has this status. */
    public LocalizedText notice(DataStatus lowest) {
        LocalizedText reviewed = lowest.notice();
        return notice == null ? reviewed : LocalizedText.of(reviewed.zh() + notice.zh(), reviewed.en() + " " + notice.en());
    }

    public List<Column> columns() {
        return columns;
    }

    /** @throws IllegalArgumentException when there is no such column */
    public Column column(String name) {
        Column column = byName.get(name);
        if (column == null) {
            throw new IllegalArgumentException(id + " has no column " + name);
        }
        return column;
    }

    public boolean hasColumn(String name) {
        return byName.containsKey(name);
    }

    public List<String> key() {
        return key;
    }

    public Optional<TimeAxis> time() {
        return Optional.ofNullable(time);
    }

    public List<Filter> filters() {
        return filters;
    }

    public Set<Format> formats() {
        return formats;
    }

    public Relation relation() {
        return relation;
    }

    /** Ids of the datasets whose revisions an answer depends on; the first is the one its revision number belongs to. */
    public List<String> restsOn() {
        return restsOn;
    }

    /** Whether past states can be asked for. */
    public boolean isRevised() {
        return revised;
    }

    /** Whether its rows are those of a table of its own, each changed only by a revision that marks the row's month. */
    public boolean isRevisedTable() {
        return revisedTable;
    }

    /** The table that says of every row by which revision and why it last changed; empty where rows follow from those of other datasets. */
    public Optional<String> storedIn() {
        return Optional.ofNullable(storedIn);
    }

    /** Whether the same state of the data gives another answer as time goes by. */
    public boolean dependsOnNow() {
        return dependsOnNow;
    }

    /** Whether only key holders may read it, so that no cache keeps an answer. */
    public boolean isConfidential() {
        return confidential;
    }

    /** Whether rows can be taken down, which past states show too: then there is a {@code withdrawn_at}, and no answer is kept for long. */
    public boolean isWithdrawable() {
        return byName.containsKey("withdrawn_at");
    }

    /** Whether past states change with what is hidden now, so that none of them stands for itself. */
    public boolean hidesInThePast() {
        return hidesInThePast || isWithdrawable();
    }

    /** How often new rows come, as an ISO 8601 duration. */
    public String cadence() {
        return cadence;
    }

    /** URL of the licence. */
    public String licence() {
        return licence;
    }

    public LocalizedText attribution() {
        return attribution;
    }

    /** What a reader of a catalogue may look for. */
    public List<LocalizedText> keywords() {
        return keywords;
    }

    public Optional<String> statusColumn() {
        return Optional.ofNullable(statusColumn);
    }
}
