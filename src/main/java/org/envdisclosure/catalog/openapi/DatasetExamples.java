package org.envdisclosure.catalog.openapi;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.dataset.ColumnType;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.dataset.Format;
import org.envdisclosure.platform.measure.DataStatus;
import org.envdisclosure.platform.measure.LocalizedText;
import org.envdisclosure.platform.web.JsonMembers;
import org.envdisclosure.platform.web.JsonText;
import org.jspecify.annotations.Nullable;

/** One row of made-up values, from the examples of the columns, in every format. */
final class DatasetExamples {

    private final Dataset dataset;

    DatasetExamples(Dataset dataset) {
        this.dataset = dataset;
    }

    static Map<String, @Nullable Object> row(List<Column> columns) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        columns.forEach(column -> row.put(column.name(), column.example()));
        return row;
    }

    Object in(Format format) {
        return switch (format) {
            case JSON -> JsonMembers.of("data", List.of(row(dataset.columns()))).with("page", page()).with("meta", meta()).map();
            case CSV -> csv();
            case NDJSON -> new String(JsonText.bytes(row(dataset.columns())), StandardCharsets.UTF_8) + "\n";
            case GEOJSON -> JsonMembers.of("type", "FeatureCollection").with("features", List.of(feature()))
                    .with("page", page()).with("meta", meta()).map();
            case COLUMNS -> JsonMembers.of("data", columns()).with("page", page()).with("meta", meta()).map();
        };
    }

    /** One resource. */
    Map<String, Object> single() {
        return JsonMembers.of("data", row(dataset.columns())).with("meta", meta()).map();
    }

    private Map<String, Object> feature() {
        Map<String, @Nullable Object> row = row(dataset.columns());
        return JsonMembers.of("type", "Feature")
                .with("geometry", JsonMembers.of("type", "Point")
                        .with("coordinates", List.of(dataset.column("longitude").example(), dataset.column("latitude").example())).map())
                .with("properties", row).map();
    }

    private Map<String, @Nullable Object> columns() {
        Map<String, @Nullable Object> columns = row(dataset.columns());
        columns.replaceAll((name, value) -> Arrays.asList(value));
        return columns;
    }

    private static Map<String, @Nullable Object> page() {
        Map<String, @Nullable Object> page = new LinkedHashMap<>();
        page.put("limit", 100);
        page.put("next_cursor", null);
        return page;
    }

    private Map<String, Object> meta() {
        Map<String, @Nullable Object> interval = new LinkedHashMap<>();
        interval.put("from", dataset.time().isPresent() ? "2026-10-31T00:00:00+08:00" : null);
        interval.put("to", dataset.time().isPresent() ? "2026-11-01T00:00:00+08:00" : null);
        return JsonMembers.of("dataset", dataset.id())
                .with("revision", 1234)
                .with("as_of", "2026-10-31T08:25:00+08:00")
                .with("interval", interval)
                .with("units", units())
                .with("license", dataset.licence())
                .with("attribution", dataset.attribution().zh())
                .with("notice", dataset.statusColumn().isEmpty() ? null : notice()).map();
    }

    private Map<String, String> units() {
        Map<String, String> units = new LinkedHashMap<>();
        dataset.columns().stream().filter(column -> column.unit() != null).forEach(column -> units.put(column.name(), column.unit()));
        return units;
    }

    private Map<String, Object> notice() {
        LocalizedText notice = dataset.notice(DataStatus.REALTIME);
        return JsonMembers.of("zh", notice.zh()).with("en", notice.en()).map();
    }

    private String csv() {
        return dataset.columns().stream().map(Column::name).collect(Collectors.joining(",")) + "\n"
                + dataset.columns().stream().map(DatasetExamples::cell).collect(Collectors.joining(",")) + "\n";
    }

    private static String cell(Column column) {
        Object value = column.example();
        if (value == null) {
            return "";
        }
        String text = column.type() == ColumnType.RECORDS ? new String(JsonText.bytes(value), StandardCharsets.UTF_8) : value instanceof List<?> list ? list.stream().map(String::valueOf).collect(Collectors.joining(";"))
                : value instanceof BigDecimal number ? number.toPlainString() : value.toString();
        return text.matches("(?s).*[,\"\n\r].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
