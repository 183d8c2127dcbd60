package org.envdisclosure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.envdisclosure.PublicApi.Answer;
import org.envdisclosure.platform.database.TestDatabase;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.dataset.ColumnType;
import org.envdisclosure.platform.dataset.Dataset;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** CSV and NDJSON of every dataset hold what the pages hold. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class EveryDatasetStreamsTest extends DatasetContract {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String FORMULA = "(?s)[=+\\-@\\t\\r].*";

    @TestFactory
    Stream<DynamicTest> ndjson_is_the_rows_of_the_pages() {
        return each(dataset -> {
            String[] steady = steady(dataset);
            List<JsonNode> lines = new ArrayList<>();
            for (String line : ok(onTheDay(dataset, and(steady, "format", "ndjson"))).body().split("\n")) {
                lines.add(JSON.readTree(line));
            }

            assertThat(lines).extracting(JsonNode::toString)
                    .containsExactlyElementsOf(wholeDay(dataset, steady).rows().stream().map(EveryDatasetStreamsTest::again).toList());
        });
    }

    @TestFactory
    Stream<DynamicTest> csv_is_the_rows_of_the_pages() {
        return each(dataset -> {
            String[] steady = steady(dataset);
            List<JsonNode> rows = wholeDay(dataset, steady).rows();
            List<Column> columns = new ArrayList<>();
            rows.get(0).fieldNames().forEachRemaining(name -> columns.add(dataset.column(name)));
            List<CsvRecord> records = records(ok(onTheDay(dataset, and(steady, "format", "csv"))).body());

            assertThat(records.get(0).getFields()).containsExactlyElementsOf(columns.stream().map(Column::name).toList());
            assertThat(records).hasSize(rows.size() + 1);
            for (int i = 0; i < rows.size(); i++) {
                JsonNode row = rows.get(i);
                assertThat(records.get(i + 1).getFields())
                        .containsExactlyElementsOf(columns.stream().map(column -> cell(column, row.get(column.name()))).toList());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> a_stream_has_no_limit_unless_one_is_given_and_no_cursor() {
        return each(dataset -> {
            int all = wholeDay(dataset).rows().size();

            assertThat(records(ok(onTheDay(dataset, "format", "csv")).body())).hasSize(all + 1);
            assertThat(records(ok(onTheDay(dataset, "format", "csv", "limit", "1")).body())).hasSize(2);
            refused(onTheDay(dataset, "format", "csv", "limit", "0"), "limit");
            refused(onTheDay(dataset, "format", "csv", "cursor", "AAAA"), "cursor");
        });
    }

    @TestFactory
    Stream<DynamicTest> a_csv_says_what_it_is() {
        return each(dataset -> {
            Answer plain = ok(onTheDay(dataset, "format", "csv"));

            assertThat(plain.header("Content-Type").toLowerCase(Locale.ROOT)).startsWith("text/csv").contains("charset=utf-8");
            assertThat(plain.header("Content-Disposition")).contains("attachment").contains(dataset.id()).contains(".csv");
            assertThat(plain.headers().allValues("Link")).anyMatch(link -> link.contains("/datasets/" + dataset.id() + "/columns.json") && link.contains("describedby"));
            assertThat(plain.headers().firstValue("X-Data-Notice").isPresent()).isEqualTo(dataset.statusColumn().isPresent());
            assertThat(plain.body()).doesNotContain("\r\n").endsWith("\n").doesNotStartWith("\uFEFF");
            assertThat(ok(onTheDay(dataset, "format", "csv", "bom", "true")).body()).startsWith("\uFEFF" + dataset.columns().get(0).name());
        });
    }

    @TestFactory
    Stream<DynamicTest> a_past_state_streams_as_it_pages() {
        return each(dataset -> dataset.isRevised() && !dataset.dependsOnNow(), dataset -> {
            long revision = ok(onTheDay(dataset, "limit", "1")).revision();
            String asOf = "revision:" + revision;

            assertThat(records(ok(onTheDay(dataset, "format", "csv", "as_of", asOf)).body()))
                    .hasSize(wholeDay(dataset, "as_of", asOf).rows().size() + 1);
            assertThat(records(ok(onTheDay(dataset, "format", "csv", "as_of", "revision:0")).body())).hasSize(1);
        });
    }

    /** A question whose answer is the same a minute later. */
    private static String[] steady(Dataset dataset) {
        return dataset.dependsOnNow() ? new String[] {"fields", String.join(",", dataset.key())} : new String[0];
    }

    private static String[] and(String[] parameters, String... more) {
        return Stream.concat(Stream.of(parameters), Stream.of(more)).toArray(String[]::new);
    }

    /** As a reader without exact decimals sees it, so that both sides are read alike. */
    private static String again(JsonNode row) {
        try {
            return JSON.readTree(row.toString()).toString();
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String cell(Column column, JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        if (value.isArray()) {
            List<String> items = new ArrayList<>();
            value.forEach(item -> items.add(item.asText()));
            return String.join(";", items);
        }
        String text = value.isBigDecimal() ? value.decimalValue().toPlainString() : value.asText();
        return column.type() == ColumnType.TEXT && text.matches(FORMULA) ? "'" + text : text;
    }

    private static List<CsvRecord> records(String csv) throws IOException {
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(csv)) {
            return reader.stream().toList();
        }
    }
}
