package org.envdisclosure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What the service answers to a question in each of its forms, every cell brought to the form CSV gives it. */
final class HourlyAnswers {

    private static final String PATH = "/air/hourly";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true)).build();

    private final ServiceClient service;

    HourlyAnswers(ServiceClient service) {
        this.service = service;
    }

    /**
     * Pages strung together.
     *
     * @param revision of the first page, and of every other
     */
    record Pages(List<List<String>> rows, long revision, int count) {
    }

    /** From the first page of now to the last; the size of a page may change on the way, as the contract allows. */
    Pages pages(HourlyQuestion question, Random random) {
        List<List<String>> rows = new ArrayList<>();
        JsonNode page = page(question.asked("limit", limit(random)), question);
        long revision = page.at("/meta/revision").asLong();
        int count = 1;
        add(page, question, rows);
        while (!page.at("/page/next_cursor").isNull()) {
            page = page(question.asked("limit", limit(random), "cursor", page.at("/page/next_cursor").asText()), question);
            if (page.at("/meta/revision").asLong() != revision) {
                throw new AssertionError("page " + count + " is of revision " + page.at("/meta/revision") + ", the first was of " + revision);
            }
            add(page, question, rows);
            count++;
        }
        return new Pages(rows, revision, count);
    }

    private static String limit(Random random) {
        return String.valueOf(random.nextInt(3) == 0 ? 1 + random.nextInt(20) : 50 + random.nextInt(150));
    }

    private JsonNode page(java.util.Map<String, String> query, HourlyQuestion question) {
        return read(service.get(ServiceClient.target(PATH, query)));
    }

    private static void add(JsonNode page, HourlyQuestion question, List<List<String>> rows) {
        page.get("data").forEach(row -> rows.add(cells(row, question)));
    }

    List<List<String>> csv(HourlyQuestion question, String... more) {
        String text = service.get(ServiceClient.target(PATH, question.asked(with(more, "format", "csv"))));
        List<List<String>> rows = CsvReader.builder().ofCsvRecord(text).stream().map(CsvRecord::getFields).collect(Collectors.toList());
        if (!rows.remove(0).equals(question.fields())) {
            throw new AssertionError("the header is not the fields asked for: " + text.lines().findFirst());
        }
        return rows;
    }

    List<List<String>> ndjson(HourlyQuestion question, String... more) {
        return service.get(ServiceClient.target(PATH, question.asked(with(more, "format", "ndjson")))).lines()
                .map(line -> cells(read(line), question)).toList();
    }

    private static String[] with(String[] more, String name, String value) {
        List<String> all = new ArrayList<>(List.of(more));
        all.add(name);
        all.add(value);
        return all.toArray(String[]::new);
    }

    /** The fields must be those asked for, in that order, null or not. */
    private static List<String> cells(JsonNode row, HourlyQuestion question) {
        List<String> names = new ArrayList<>();
        row.fieldNames().forEachRemaining(names::add);
        if (!names.equals(question.fields())) {
            throw new AssertionError("fields asked for: " + question.fields() + ", answered: " + row);
        }
        return names.stream().map(name -> text(row.get(name))).toList();
    }

    private static String text(JsonNode value) {
        if (value.isNull()) {
            return "";
        } else if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false).map(JsonNode::asText).collect(Collectors.joining(";"));
        }
        return value.isBigDecimal() ? value.decimalValue().toPlainString() : value.asText();
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException broken) {
            throw new AssertionError("no JSON: " + json, broken);
        }
    }
}
