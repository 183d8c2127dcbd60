package org.envdisclosure.platform.dataset;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.envdisclosure.platform.measure.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * A dataset, declared once. Everything that describes or serves it is derived from this: pages, streams, the API document,
 * CSVW metadata and the catalogue entry.
 *
 * <p>Rows are given oldest first: {@link #key()} is both the identity of a row and the total order, time first where there is one.
 */
public final class Dataset {

    private final String id;
    private final String path;
    private final LocalizedText title;
    private final LocalizedText description;
    private final List<Column> columns;
    private final Map<String, Column> byName;
    private final List<String> key;
    private final @Nullable TimeAxis time;
    private final List<Filter> filters;
    private final Set<Format> formats;
    private final Relation relation;
    private final List<String> restsOn;
    private final boolean revised;
    private final boolean dependsOnNow;
    private final boolean confidential;
    private final String cadence;
    private final String licence;
    private final LocalizedText attribution;
    private final List<LocalizedText> keywords;
    private final @Nullable String statusColumn;

    private Dataset(Builder b) {
        this.id = b.id;
        this.path = b.path;
        this.title = b.title;
        this.description = b.description;
        this.columns = List.copyOf(b.columns);
        this.byName = columns.stream().collect(Collectors.toUnmodifiableMap(Column::name, UnaryOperator.identity()));
        this.key = List.copyOf(b.key);
        this.time = b.time;
        this.filters = List.copyOf(b.filters);
        this.relation = b.relation;
        this.restsOn = b.restsOn.isEmpty() ? List.of(id) : List.copyOf(b.restsOn);
        this.revised = b.revised;
        this.dependsOnNow = b.dependsOnNow;
        this.confidential = b.confidential;
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

    public static Builder named(String id, String path) {
        return new Builder(id, path);
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

    /** Collects a declaration. */
    public static final class Builder {
        private final String id;
        private final String path;
        private LocalizedText title = LocalizedText.of("", "");
        private LocalizedText description = LocalizedText.of("", "");
        private final List<Column> columns = new ArrayList<>();
        private List<String> key = List.of();
        private @Nullable TimeAxis time;
        private final List<Filter> filters = new ArrayList<>();
        private Relation relation = (asOf, now) -> {
            throw new IllegalStateException("no relation declared");
        };
        private List<String> restsOn = List.of();
        private boolean revised;
        private boolean dependsOnNow;
        private boolean confidential;
        private String cadence = "PT1H";
        private String licence = "https://creativecommons.org/licenses/by/4.0/";
        private LocalizedText attribution = LocalizedText.of("生态环境主管部门", "The environment bureau");
        private List<LocalizedText> keywords = List.of();

        private Builder(String id, String path) {
            this.id = id;
            this.path = path;
        }

        public Builder title(String zh, String en) {
            this.title = LocalizedText.of(zh, en);
            return this;
        }

        public Builder description(String zh, String en) {
            this.description = LocalizedText.of(zh, en);
            return this;
        }

        public Builder columns(List<Column> more) {
            columns.addAll(more);
            return this;
        }

        public Builder columns(Column... more) {
            return columns(List.of(more));
        }

        /** Identity and total order of a row, the most significant first. */
        public Builder key(String... names) {
            this.key = List.of(names);
            return this;
        }

        public Builder time(String column, TimeAxis.Kind kind) {
            this.time = new TimeAxis(column, kind);
            return this;
        }

        public Builder filters(Filter... more) {
            filters.addAll(List.of(more));
            return this;
        }

        /** Rows come from a table with a history beside it; see {@link Relation#revised}. */
        public Builder revisedTable(String table) {
            this.relation = Relation.revised(table, columns.stream().map(Column::name).toList());
            this.revised = true;
            return this;
        }

        /** Rows come from {@code relation}; no past states are kept. */
        public Builder relation(Relation relation) {
            this.relation = relation;
            return this;
        }

        /** Rows come from {@code relation}, whose past states follow those of {@code datasets}, the first giving the revision number. */
        public Builder derived(Relation relation, String... datasets) {
            this.relation = relation;
            this.restsOn = List.of(datasets);
            this.revised = true;
            return this;
        }

        public Builder restingOn(String... datasets) {
            this.restsOn = List.of(datasets);
            return this;
        }

        public Builder dependingOnNow() {
            this.dependsOnNow = true;
            return this;
        }

        public Builder confidential() {
            this.confidential = true;
            return this;
        }

        public Builder cadence(String isoDuration) {
            this.cadence = isoDuration;
            return this;
        }

        public Builder licence(String url) {
            this.licence = url;
            return this;
        }

        public Builder attribution(String zh, String en) {
            this.attribution = LocalizedText.of(zh, en);
            return this;
        }

        public Builder keywords(LocalizedText... words) {
            this.keywords = List.of(words);
            return this;
        }

        /** @throws IllegalArgumentException when the key names a column that is not declared */
        public Dataset build() {
            return new Dataset(this);
        }
    }
}
