package org.envdisclosure.platform.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.dataset.Filter;
import org.envdisclosure.platform.dataset.Filters;
import org.envdisclosure.platform.dataset.Format;
import org.envdisclosure.platform.measure.DataStatus;
import org.envdisclosure.platform.page.Count;
import org.envdisclosure.platform.page.Cursor;
import org.envdisclosure.platform.page.Order;
import org.envdisclosure.platform.page.Question;
import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.sql.Sql;
import org.envdisclosure.platform.time.TimeRange;
import org.jspecify.annotations.Nullable;

/** From the query string to a checked {@link Question}: the parameters every dataset understands, and its own filters. */
public final class QuestionParser {

    public static final int LARGEST_PAGE = 10_000;
    public static final int DEFAULT_PAGE = 100;
    private static final List<String> OF_LISTS =
            List.of("from", "to", "date", "month", "data_status", "updated_since", "order", "limit", "cursor", "count", "bom");

    private final Dataset dataset;
    private final QueryString query;
    private final Format format;
    private final Instant now;

    private QuestionParser(Dataset dataset, QueryString query, Format format, Instant now) {
        this.dataset = dataset;
        this.query = query;
        this.format = format;
        this.now = now;
    }

    /**
     * @param fixed what the path already says
     * @param now   the minute it is asked in
     * @throws ApiProblem for any parameter that is unknown or wrong
     */
    static Question parse(Dataset dataset, QueryString query, Format format, Sql fixed, Instant now) {
        query.allowing(parameters(dataset));
        return new QuestionParser(dataset, query, format, now).question(fixed);
    }

    /**
     * The same for the one row the path names.
     *
     * @throws ApiProblem also for what only shapes a list
     */
    static Question parseSingle(Dataset dataset, QueryString query, Sql fixed, Instant now) {
        query.allowing(singleParameters(dataset));
        return new QuestionParser(dataset, query, Format.JSON, now).question(fixed).last();
    }

    /**
     * Rows that a caller names to do something with them, by what would show them.
     *
     * @param range     the time covered
     * @param condition on the dataset's relation, the time included
     */
    public record Scope(TimeRange range, Sql condition) {
    }

    /**
     * The same filters and times for a deed other than reading.
     *
     * @param own parameters that the deed reads itself
     * @throws ApiProblem for any parameter that is unknown or wrong
     */
    public static Scope scope(Dataset dataset, QueryString query, List<String> own, Instant now) {
        List<String> known = new ArrayList<>(scopeParameters(dataset));
        known.addAll(own);
        query.allowing(known);
        QuestionParser parser = new QuestionParser(dataset, query, Format.JSON, now);
        TimeRange range = dataset.time().isPresent() ? new AskedTimes(query).range() : TimeRange.ALL;
        List<Sql> conditions = new ArrayList<>();
        dataset.time().ifPresent(time -> conditions.add(time.within(range)));
        parser.filters().forEach((filter, given) -> conditions.add(filter.condition(given, null, now)));
        return new Scope(range, Sql.and(conditions));
    }

    /** The query parameters that name rows of a dataset, in the order documents list them. */
    public static List<String> scopeParameters(Dataset dataset) {
        List<String> names = new ArrayList<>();
        dataset.filters().forEach(filter -> filter.parameters().forEach(parameter -> names.add(parameter.name())));
        if (dataset.time().isPresent()) {
            names.addAll(List.of("from", "to", "date", "month"));
        }
        return names;
    }

    /** The query parameters of one row of a dataset, in the order documents list them. */
    public static List<String> singleParameters(Dataset dataset) {
        return parameters(dataset).stream()
                .filter(name -> !OF_LISTS.contains(name))
                .toList();
    }

    /** Every query parameter of a dataset, in the order documents list them. */
    public static List<String> parameters(Dataset dataset) {
        List<String> names = new ArrayList<>(scopeParameters(dataset));
        if (dataset.statusColumn().isPresent()) {
            names.add("data_status");
        }
        if (dataset.isRevised()) {
            names.addAll(List.of("as_of", "updated_since"));
        }
        names.addAll(List.of("fields", "order", "limit", "cursor", "count", "format", "bom"));
        return names;
    }

    private Question question(Sql fixed) {
        AskedTimes times = new AskedTimes(query);
        TimeRange range = dataset.time().isPresent() ? times.range() : TimeRange.ALL;
        Map<Filter, Map<String, List<String>>> filters = filters();
        List<DataStatus> statuses = statuses();
        List<Column> fields = fields();
        Order order = Order.valueOf(word("order", List.of("asc", "desc"), "asc").toUpperCase(Locale.ROOT));
        String canonical = canonical(fixed);
        Cursor cursor = cursor(canonical);
        Question.AsOfText asOf = times.asOf();
        Instant since = times.updatedSince();
        Count count = Count.valueOf(word("count", List.of("none", "exact", "estimated"), "none").toUpperCase(Locale.ROOT));
        if (count != Count.NONE && format.isStreamed()) {
            throw ApiProblem.parameter("count", "流式格式没有计数；JSON 页可用 count", "a stream carries no count; ask for it with a JSON page");
        }
        return new Question(dataset, format, fields, range, fixed, filters, statuses, asOf, since, order, limit(), cursor, count,
                bom(), canonical, now);
    }

    private Map<Filter, Map<String, List<String>>> filters() {
        Map<Filter, Map<String, List<String>>> filters = new LinkedHashMap<>();
        for (Filter filter : dataset.filters()) {
            Map<String, List<String>> given = new LinkedHashMap<>();
            for (Filter.Parameter parameter : filter.parameters()) {
                if (query.has(parameter.name())) {
                    given.put(parameter.name(), query.all(parameter.name()));
                    given.get(parameter.name()).forEach(value -> Filters.requireText(parameter.name(), value));
                }
            }
            if (!given.isEmpty() || filter.appliesAlways()) {
                filters.put(filter, given);
                filter.condition(given, null, now);
                filter.excluded(given).stream().filter(query::has).findFirst().ifPresent(name -> {
                    throw contradiction(name, given);
                });
            }
        }
        return filters;
    }

    private static ApiProblem contradiction(String name, Map<String, List<String>> given) {
        String beside = given.entrySet().stream().map(each -> each.getKey() + "=" + String.join(",", each.getValue())).collect(Collectors.joining("&"));
        return ApiProblem.parameter(name, "%s 不能与 %s 同时使用，请去掉其一".formatted(name, beside),
                "%s does not go with %s; leave one of them out".formatted(name, beside));
    }

    private List<DataStatus> statuses() {
        return query.all("data_status").stream().map(text -> DataStatus.ofWire(text).orElseThrow(() -> {
            String allowed = Arrays.stream(DataStatus.values()).map(DataStatus::wire).collect(Collectors.joining(", "));
            return ApiProblem.parameter("data_status", "data_status 只接受:" + allowed, "data_status takes " + allowed);
        })).toList();
    }

    private List<Column> fields() {
        if (!query.has("fields")) {
            return dataset.columns();
        }
        List<Column> fields = new ArrayList<>();
        for (String name : query.all("fields")) {
            if (!dataset.hasColumn(name)) {
                String known = dataset.columns().stream().map(Column::name).collect(Collectors.joining(", "));
                throw ApiProblem.parameter("fields", "没有列 %s;可用的列:%s".formatted(name, known), "there is no column %s; there are %s".formatted(name, known));
            }
            if (fields.contains(dataset.column(name))) {
                throw ApiProblem.parameter("fields", "列 " + name + " 重复", "column " + name + " is named twice");
            }
            fields.add(dataset.column(name));
        }
        return fields;
    }

    private String word(String parameter, List<String> allowed, String otherwise) {
        Optional<String> given = query.one(parameter);
        given.ifPresent(value -> Filters.requireWord(parameter, value, allowed));
        return given.orElse(otherwise);
    }

    private int limit() {
        int otherwise = format.isStreamed() ? 0 : DEFAULT_PAGE;
        return query.one("limit").map(text -> {
            int most = format.isStreamed() ? Integer.MAX_VALUE : LARGEST_PAGE;
            if (!text.matches("\\d{1,10}") || Long.parseLong(text) < 1 || Long.parseLong(text) > most) {
                throw ApiProblem.parameter("limit", "limit 须为 1 至 %d 的整数;需要全部数据请用 format=csv".formatted(most),
                        "limit is a whole number from 1 to %d; use format=csv for everything at once".formatted(most));
            }
            return Integer.parseInt(text);
        }).orElse(otherwise);
    }

    private boolean bom() {
        boolean bom = word("bom", List.of("true", "false"), "false").equals("true");
        if (bom && format != Format.CSV) {
            throw ApiProblem.parameter("bom", "bom 只用于 CSV", "bom is for CSV only; add format=csv");
        }
        return bom;
    }

    private @Nullable Cursor cursor(String canonical) {
        Optional<String> text = query.one("cursor");
        if (text.isPresent() && format.isStreamed()) {
            throw ApiProblem.parameter("cursor", "流式格式没有分页;去掉 cursor 即得全部", "a stream has no pages; leave cursor out to get everything");
        }
        return text.map(given -> Cursor.decode(given, canonical, dataset)).orElse(null);
    }

    /** Parameters in alphabetical order; what only shapes a page is left out, so a cursor survives another limit or format. */
    private String canonical(Sql fixed) {
        Map<String, String> parts = new TreeMap<>();
        for (String name : parameters(dataset)) {
            if (query.has(name) && !List.of("cursor", "limit", "format", "count", "bom", "fields").contains(name)) {
                parts.put(name, String.join(",", query.all(name)));
            }
        }
        return dataset.id() + '|' + fixed + '|' + parts;
    }
}
