package org.envdisclosure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.envdisclosure.platform.database.TestDatabase;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.dataset.ColumnType;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.dataset.Format;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What a dataset declares, and that its rows and its table are as declared. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class EveryDatasetTest extends DatasetContract {

    private static final String SNAKE_CASE = "[a-z][a-z0-9]*(_[a-z0-9]+)*";
    private static final String CHINESE = "(?s).*\\p{IsHan}.*";

    @Inject
    AgroalDataSource database;

    @TestFactory
    Stream<DynamicTest> names_are_snake_case_and_the_id_is_kebab_case() {
        return each(dataset -> {
            assertThat(dataset.id()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
            assertThat(dataset.path()).matches("(/[a-z0-9-]+)+");
            assertThat(names(dataset)).doesNotHaveDuplicates().allMatch(name -> name.matches(SNAKE_CASE));
            assertThat(dataset.filters()).allSatisfy(filter -> assertThat(filter.parameters())
                    .allSatisfy(parameter -> assertThat(parameter.name()).matches(SNAKE_CASE)));
        });
    }

    @TestFactory
    Stream<DynamicTest> everything_is_described_in_both_languages() {
        return each(dataset -> {
            assertThat(dataset.title().zh()).matches(CHINESE);
            assertThat(dataset.description().zh()).matches(CHINESE);
            assertThat(dataset.attribution().zh()).matches(CHINESE);
            assertThat(dataset.title().en()).matches("[A-Z].{3,}");
            assertThat(dataset.description().en()).matches("[A-Z].{10,}");
            assertThat(dataset.licence()).startsWith("https://");
            assertThat(dataset.columns()).allSatisfy(column -> {
                assertThat(column.description().zh()).as(column.name()).matches(CHINESE);
                assertThat(column.description().en()).as(column.name()).matches("[A-Z].{2,}").doesNotMatch(CHINESE);
            });
            assertThat(dataset.filters()).allSatisfy(filter -> assertThat(filter.parameters()).allSatisfy(parameter -> {
                assertThat(parameter.description().zh()).as(parameter.name()).matches(CHINESE);
                assertThat(parameter.description().en()).as(parameter.name()).hasSizeGreaterThan(4);
                assertThat(parameter.example()).as(parameter.name()).isNotBlank();
            }));
        });
    }

    @TestFactory
    Stream<DynamicTest> a_decimal_has_a_unit() {
        return each(dataset -> assertThat(dataset.columns()).filteredOn(column -> column.type() == ColumnType.DECIMAL)
                .allSatisfy(column -> assertThat(column.unit()).as(column.name()).isNotBlank()));
    }

    @TestFactory
    Stream<DynamicTest> the_key_is_declared_and_begins_with_the_time() {
        return each(dataset -> {
            assertThat(dataset.key()).isNotEmpty().doesNotHaveDuplicates().isSubsetOf(names(dataset));
            dataset.time().ifPresent(time -> assertThat(dataset.key().get(0)).isEqualTo(time.column()));
        });
    }

    @TestFactory
    Stream<DynamicTest> every_filter_takes_its_own_example() {
        return each(dataset -> dataset.filters().forEach(filter -> {
            List<String> all = new ArrayList<>();
            Map<String, List<String>> given = new HashMap<>();
            filter.parameters().forEach(parameter -> {
                all.addAll(List.of(parameter.name(), parameter.example()));
                given.put(parameter.name(), List.of(parameter.example()));
            });
            String[] asked = all.toArray(String[]::new);
            if (filter.excluded(given).contains("date")) {
                refused(onTheDay(dataset, asked), "date");
                ok(PublicApi.query(dataset.path(), asked));
            } else {
                ok(onTheDay(dataset, asked));
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> every_row_has_every_column_in_order_and_of_its_type() {
        return each(dataset -> {
            List<JsonNode> rows = wholeDay(dataset).rows();
            assertThat(rows).hasSizeGreaterThanOrEqualTo(1);
            assertThat(rows).allSatisfy(row -> {
                assertThat(row.fieldNames()).toIterable().containsExactlyElementsOf(names(dataset));
                dataset.columns().forEach(column -> assertThat(isOf(column, row.get(column.name())))
                        .as("%s is %s", column.name(), row.get(column.name())).isTrue());
                dataset.key().forEach(name -> assertThat(row.get(name).isNull()).as(name).isFalse());
            });
        });
    }

    @TestFactory
    Stream<DynamicTest> the_answer_says_what_it_is() {
        return each(dataset -> {
            JsonNode meta = wholeDay(dataset).json().path("meta");
            Map<String, String> units = new HashMap<>();
            dataset.columns().stream().filter(column -> column.unit() != null).forEach(column -> units.put(column.name(), column.unit()));

            assertThat(meta.path("dataset").asText()).isEqualTo(dataset.id());
            assertThat(meta.path("revision").asLong()).isPositive();
            assertThat(meta.path("as_of").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?\\+08:00");
            assertThat(meta.path("license").asText()).isEqualTo(dataset.licence());
            assertThat(meta.path("attribution").asText()).isEqualTo(dataset.attribution().zh());
            Map<String, String> told = new HashMap<>();
            meta.path("units").properties().forEach(unit -> told.put(unit.getKey(), unit.getValue().asText()));
            assertThat(told).isEqualTo(units);
            assertThat(meta.path("notice").path("zh").isTextual()).isEqualTo(dataset.statusColumn().isPresent());
            assertThat(meta.path("notice").path("en").isTextual()).isEqualTo(dataset.statusColumn().isPresent());
        });
    }

    @TestFactory
    Stream<DynamicTest> every_format_is_had_by_parameter_and_by_header() {
        return each(dataset -> dataset.formats().forEach(format -> {
            assertThat(ok(onTheDay(dataset, "format", format.wire())).header("Content-Type")).startsWith(format.mediaType());
            assertThat(ok(onTheDay(dataset), "Accept", format.mediaType()).header("Content-Type")).startsWith(format.mediaType());
        }));
    }

    @TestFactory
    Stream<DynamicTest> json_is_what_everybody_gets_who_does_not_ask() {
        return each(dataset -> {
            assertThat(ok(onTheDay(dataset)).header("Content-Type")).startsWith("application/json");
            assertThat(ok(onTheDay(dataset), "Accept", "*/*").header("Content-Type")).startsWith("application/json");
            assertThat(ok(onTheDay(dataset), "Accept", "text/html, application/xhtml+xml, */*;q=0.1").header("Content-Type")).startsWith("application/json");
        });
    }

    @TestFactory
    Stream<DynamicTest> columns_are_the_rows_turned_round() {
        return each(dataset -> {
            List<String> chosen = List.of(dataset.key().get(0), names(dataset).get(names(dataset).size() - 1));
            List<JsonNode> rows = wholeDay(dataset, "fields", String.join(",", chosen)).rows();
            JsonNode columns = wholeDay(dataset, "fields", String.join(",", chosen), "format", "columns").json().path("data");

            assertThat(columns.fieldNames()).toIterable().containsExactlyElementsOf(chosen);
            chosen.forEach(name -> assertThat(columns.path(name)).containsExactlyElementsOf(rows.stream().map(row -> row.get(name)).toList()));
        });
    }

    @TestFactory
    Stream<DynamicTest> geojson_is_for_what_has_a_place() {
        return each(dataset -> {
            boolean placed = names(dataset).containsAll(List.of("longitude", "latitude"));
            assertThat(dataset.formats().contains(Format.GEOJSON)).isEqualTo(placed);
            if (!placed) {
                refused(onTheDay(dataset, "format", "geojson"), "format");
                return;
            }
            List<JsonNode> rows = wholeDay(dataset, "fields", dataset.key().get(0)).rows();
            JsonNode collection = wholeDay(dataset, "fields", dataset.key().get(0), "format", "geojson").json();
            assertThat(collection.path("type").asText()).isEqualTo("FeatureCollection");
            List<JsonNode> features = new ArrayList<>();
            collection.path("features").forEach(features::add);
            assertThat(features).extracting(feature -> feature.path("properties")).containsExactlyElementsOf(rows);
            assertThat(features).allSatisfy(feature -> assertThat(feature.path("type").asText()).isEqualTo("Feature"))
                    .allSatisfy(feature -> assertThat(feature.path("geometry").isNull() || isPoint(feature.path("geometry"))).isTrue())
                    .anySatisfy(feature -> assertThat(isPoint(feature.path("geometry"))).isTrue());
        });
    }

    @TestFactory
    Stream<DynamicTest> the_public_table_has_the_declared_columns_and_one_row_for_a_key() {
        return each(dataset -> {
            String table = "public." + dataset.id().replace('-', '_');
            Map<String, String> types = new HashMap<>();
            for (List<String> column : select("SELECT attname, format_type(atttypid, atttypmod) FROM pg_attribute"
                    + " WHERE attrelid = '" + table + "'::regclass AND attnum > 0 AND NOT attisdropped")) {
                types.put(column.get(0), column.get(1).replace("timestamp with time zone", "timestamptz"));
            }
            assertThat(dataset.columns()).allSatisfy(column -> assertThat(types).containsEntry(column.name(), column.type().sqlType()));
            List<String> counts = select("SELECT count(*)::text, (SELECT count(*) FROM (SELECT DISTINCT %s FROM %s) k)::text FROM %s"
                    .formatted(String.join(", ", dataset.key()), table, table)).get(0);
            assertThat(counts.get(0)).isEqualTo(counts.get(1)).isNotEqualTo("0");
        });
    }

    private List<List<String>> select(String sql) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                rows.add(List.of(found.getString(1), found.getString(2)));
            }
        }
        return rows;
    }

    private static boolean isPoint(JsonNode geometry) {
        JsonNode place = geometry.path("coordinates");
        return geometry.path("type").asText().equals("Point") && place.size() == 2
                && Math.abs(place.get(0).asDouble()) <= 180 && Math.abs(place.get(1).asDouble()) <= 90;
    }

    private static boolean isOf(Column column, JsonNode value) {
        if (value.isNull()) {
            return true;
        }
        boolean known = column.words().isEmpty() || column.words().contains(value.asText());
        return known && switch (column.type()) {
            case CODE, TEXT -> value.isTextual();
            case DECIMAL -> value.isNumber();
            case INTEGER -> value.isIntegralNumber();
            case BOOLEAN -> value.isBoolean();
            case INSTANT -> value.asText().matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?\\+08:00");
            case DATE -> value.asText().matches("\\d{4}-\\d\\d-\\d\\d");
            case CODE_LIST -> value.isArray() && Stream.iterate(0, i -> i < value.size(), i -> i + 1).allMatch(i -> value.get(i).isTextual());
            case RECORDS -> value.isArray() && Stream.iterate(0, i -> i < value.size(), i -> i + 1).allMatch(i -> isRecord(column, value.get(i)));
        };
    }

    /** All members and no others, each as declared. */
    private static boolean isRecord(Column column, JsonNode value) {
        return value.size() == column.members().size() && column.members().stream().allMatch(member -> value.has(member.name()) && isOf(member, value.get(member.name())));
    }

    private static List<String> names(Dataset dataset) {
        return dataset.columns().stream().map(Column::name).toList();
    }
}
