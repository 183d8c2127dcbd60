package org.envdisclosure.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.dataset.ColumnType;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.measure.DataStatus;
import org.envdisclosure.platform.measure.FlagReason;
import org.envdisclosure.platform.measure.LocalizedText;
import org.envdisclosure.platform.web.JsonMembers;
import org.jspecify.annotations.Nullable;

/** A dataset's CSV described by the W3C's "Metadata Vocabulary for Tabular Data" (CSVW). */
final class TableDescription {

    /** What a validator must know of the file; {@code \n} and the rest are the service's CSV. */
    private static final Map<String, Object> DIALECT = JsonMembers.of("encoding", "utf-8").with("delimiter", ",")
            .with("quoteChar", "\"").with("doubleQuote", true).with("header", true).with("lineTerminators", List.of("\n")).map();

    private TableDescription() {
    }

    static Map<String, Object> of(Dataset dataset, LocalizedText publisher) {
        return JsonMembers.of("@context", "http://www.w3.org/ns/csvw")
                .with("@id", CatalogueEntry.address(dataset) + "/columns.json")
                // a path with variables is the address of many files
                .with("url", dataset.path().contains("{") ? null : CatalogueEntry.accessUrl(dataset) + "?format=csv")
                .with("dc:identifier", dataset.id())
                .with("dc:title", JsonLd.text(dataset.title()))
                .with("dc:description", JsonLd.text(dataset.description()))
                .with("dc:license", JsonLd.reference(dataset.licence()))
                .with("dc:publisher", JsonLd.text(publisher))
                .with("dc:rightsHolder", JsonLd.text(dataset.attribution()))
                .with("dialect", DIALECT)
                .with("tableSchema", JsonMembers.of("columns", dataset.columns().stream().map(column -> column(dataset, column)).toList())
                        .with("primaryKey", dataset.key()).map())
                .map();
    }

    private static Map<String, Object> column(Dataset dataset, Column column) {
        return JsonMembers.of("name", column.name())
                .with("titles", titles(column))
                .with("dc:description", JsonLd.text(column.description()))
                .with("datatype", datatype(column))
                .with("separator", column.type() == ColumnType.CODE_LIST ? ";" : null)
                .with("null", "")
                .with("required", dataset.key().contains(column.name()))
                .with("schema:unitText", column.unit())
                .with("dc:source", column.source())
                .with("schema:valueReference", words(column))
                .map();
    }

    /** The header's own word in no language, so that a validator finds it, and what people call it. */
    private static Map<String, Object> titles(Column column) {
        return JsonMembers.of("und", column.name()).with("zh", column.description().zh()).with("en", column.description().en()).map();
    }

    private static Object datatype(Column column) {
        String base = column.type().csvwType();
        String format = switch (column.type()) {
            case INSTANT -> "yyyy-MM-ddTHH:mm:ssXXX";
            case DATE -> "yyyy-MM-dd";
            case BOOLEAN -> "true|false";
            case CODE -> column.words().isEmpty() ? "" : String.join("|", column.words());
            case TEXT, DECIMAL, INTEGER, CODE_LIST, RECORDS -> "";
        };
        return format.isEmpty() ? base : JsonMembers.of("base", base).with("format", format).map();
    }

    /** The closed list of a column's values; of flags, the reasons. Both with their meaning where the platform gives them one. */
    private static @Nullable List<Map<String, Object>> words(Column column) {
        if (column.name().equals("flags")) {
            return Arrays.stream(FlagReason.values()).map(reason -> word(reason.wire(), reason.text())).toList();
        }
        List<Map<String, Object>> words = column.words().stream()
                .map(value -> word(value, column.name().equals("data_status") ? DataStatus.ofWire(value).map(DataStatus::notice).orElse(null) : null))
                .toList();
        return words.isEmpty() ? null : words;
    }

    private static Map<String, Object> word(String value, @Nullable LocalizedText meaning) {
        return JsonMembers.of("schema:value", value).with("schema:description", meaning == null ? null : JsonLd.text(meaning)).map();
    }
}
