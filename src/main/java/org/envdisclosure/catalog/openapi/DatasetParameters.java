package org.envdisclosure.catalog.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.dataset.Filter;
import org.envdisclosure.platform.dataset.Format;
import org.envdisclosure.platform.web.QuestionParser;

import static org.envdisclosure.catalog.openapi.CommonParameters.list;
import static org.envdisclosure.catalog.openapi.CommonParameters.query;
import static org.envdisclosure.catalog.openapi.CommonParameters.words;

/** The query parameters of one dataset, as its parser knows them. */
final class DatasetParameters {

    private DatasetParameters() {
    }

    static List<Parameter> of(Dataset dataset) {
        Map<String, Filter.Parameter> filters = filters(dataset);
        return QuestionParser.parameters(dataset).stream()
                .map(name -> filters.containsKey(name) ? filter(filters.get(name)) : shared(dataset, name))
                .toList();
    }

    /** Of an operation that answers with one row. */
    static List<Parameter> ofSingle(Dataset dataset) {
        Map<String, Filter.Parameter> filters = filters(dataset);
        return QuestionParser.singleParameters(dataset).stream()
                .map(name -> filters.containsKey(name) ? filter(filters.get(name))
                        : name.equals("format") ? format(List.of(Format.JSON)) : shared(dataset, name))
                .toList();
    }

    /** Of an operation on the rows they name. */
    static List<Parameter> ofScope(Dataset dataset) {
        Map<String, Filter.Parameter> filters = filters(dataset);
        return QuestionParser.scopeParameters(dataset).stream()
                .map(name -> filters.containsKey(name) ? filter(filters.get(name)) : shared(dataset, name))
                .toList();
    }

    static List<Parameter> filtersOf(Dataset dataset) {
        return filters(dataset).values().stream().map(DatasetParameters::filter).toList();
    }

    private static Map<String, Filter.Parameter> filters(Dataset dataset) {
        Map<String, Filter.Parameter> filters = new LinkedHashMap<>();
        dataset.filters().forEach(filter -> filter.parameters().forEach(parameter -> filters.put(parameter.name(), parameter)));
        return filters;
    }

    private static Parameter filter(Filter.Parameter declared) {
        String description = ColumnSchemas.both(declared.description());
        return declared.repeatable() ? list(declared.name(), description, CommonParameters.string(), List.of(declared.example().split(",")))
                : query(declared.name(), description, CommonParameters.string(), declared.example());
    }

    private static Parameter shared(Dataset dataset, String name) {
        return switch (name) {
            case "fields" -> list(name, "所需的列，按所给顺序。 / The columns wanted, in this order.",
                    words(dataset.columns().stream().map(Column::name).toList()),
                    dataset.columns().stream().limit(3).map(Column::name).toList());
            case "format" -> format(dataset.formats().stream().sorted().toList());
            default -> CommonParameters.reference(name);
        };
    }

    private static Parameter format(List<Format> offered) {
        return query("format", "回答的格式，优先于 Accept。 / Form of the answer, before Accept.",
                words(offered.stream().map(Format::wire).toList()).defaultValue(Format.JSON.wire()), offered.get(offered.size() > 1 ? 1 : 0).wire());
    }
}
