package org.envdisclosure.platform.dataset;

import java.util.ArrayList;
import java.util.List;
import org.envdisclosure.platform.measure.LocalizedText;
import org.jspecify.annotations.Nullable;

/** Collects the declaration of a {@link Dataset}. */
public final class DatasetBuilder {

    final String id;
    final String path;
    LocalizedText title = LocalizedText.of("", "");
    LocalizedText description = LocalizedText.of("", "");
    @Nullable LocalizedText notice;
    final List<Column> columns = new ArrayList<>();
    List<String> key = List.of();
    @Nullable TimeAxis time;
    final List<Filter> filters = new ArrayList<>();
    Relation relation = (asOf, now) -> {
        throw new IllegalStateException("no relation declared");
    };
    List<String> restsOn = List.of();
    boolean revised;
    boolean revisedTable;
    @Nullable String storedIn;
    boolean dependsOnNow;
    boolean confidential;
    boolean hidesInThePast;
    String cadence = "PT1H";
    String licence = "https://creativecommons.org/licenses/by/4.0/";
    LocalizedText attribution = LocalizedText.of("生态环境主管部门", "The environment bureau");
    List<LocalizedText> keywords = List.of();

    DatasetBuilder(String id, String path) {
        this.id = id;
        this.path = path;
    }

    public DatasetBuilder title(String zh, String en) {
        this.title = LocalizedText.of(zh, en);
        return this;
    }

    public DatasetBuilder description(String zh, String en) {
        this.description = LocalizedText.of(zh, en);
        return this;
    }

    /** What a reader must know of any of its rows, beside what their state of review says; a sentence or more. */
    public DatasetBuilder notice(LocalizedText sentence) {
        this.notice = sentence;
        return this;
    }

    public DatasetBuilder columns(List<Column> more) {
        columns.addAll(more);
        return this;
    }

    public DatasetBuilder columns(Column... more) {
        return columns(List.of(more));
    }

    /** Identity and total order of a row, the most significant first. */
    public DatasetBuilder key(String... names) {
        this.key = List.of(names);
        return this;
    }

    public DatasetBuilder time(String column, TimeAxis.Kind kind) {
        this.time = new TimeAxis(column, kind);
        return this;
    }

    public DatasetBuilder filters(Filter... more) {
        filters.addAll(List.of(more));
        return this;
    }

    /** Rows come from a table with a history beside it; see {@link Relation#revised}. */
    public DatasetBuilder revisedTable(String table) {
        this.relation = Relation.revised(table, columns.stream().map(Column::name).toList());
        this.revised = true;
        this.revisedTable = true;
        return storedIn(table);
    }

    /**
     * The table whose rows have this dataset's keys, each with the {@code revision} and {@code revision_reason} of its last change: what
     * says which rows have changed. Of a derived dataset that has one.
     */
    public DatasetBuilder storedIn(String table) {
        this.storedIn = table;
        return this;
    }

    /** Rows come from {@code relation}; no past states are kept. */
    public DatasetBuilder relation(Relation relation) {
        this.relation = relation;
        return this;
    }

    /** Rows come from {@code relation}, whose past states follow those of {@code datasets}, the first giving the revision number. */
    public DatasetBuilder derived(Relation relation, String... datasets) {
        this.relation = relation;
        this.restsOn = List.of(datasets);
        this.revised = true;
        return this;
    }

    public DatasetBuilder restingOn(String... datasets) {
        this.restsOn = List.of(datasets);
        return this;
    }

    public DatasetBuilder dependingOnNow() {
        this.dependsOnNow = true;
        return this;
    }

    public DatasetBuilder confidential() {
        this.confidential = true;
        return this;
    }

    /** What is hidden now is hidden from past states too, which change with it. */
    public DatasetBuilder hidingInThePast() {
        this.hidesInThePast = true;
        return this;
    }

    public DatasetBuilder cadence(String isoDuration) {
        this.cadence = isoDuration;
        return this;
    }

    public DatasetBuilder licence(String url) {
        this.licence = url;
        return this;
    }

    public DatasetBuilder attribution(String zh, String en) {
        this.attribution = LocalizedText.of(zh, en);
        return this;
    }

    public DatasetBuilder keywords(LocalizedText... words) {
        this.keywords = List.of(words);
        return this;
    }

    /** @throws IllegalArgumentException when the key names a column that is not declared */
    public Dataset build() {
        return new Dataset(this);
    }
}
