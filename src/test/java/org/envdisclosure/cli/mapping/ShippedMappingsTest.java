package org.envdisclosure.cli.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The mapping files that are shipped, and the schema that describes what the command reads. */
class ShippedMappingsTest {

    private static final Path FOLDER = Path.of("sample-data/mappings");
    private static final String ALTERNATIVES = "'from': ['a', '/b/*'], 'blank': '-'";

    @TestFactory
    Stream<DynamicTest> each_is_read_and_meets_the_schema() throws IOException {
        return files().stream().map(file -> dynamicTest(file.getFileName().toString(), () -> {
            assertThat(Mapping.read(file).columns()).hasSizeGreaterThan(3);
            assertThat(faults(Files.readString(file))).isEmpty();
        }));
    }

    @Test
    void all_of_them_are_told_of() throws IOException {
        String told = Files.readString(Path.of("sample-data/README.md"));

        assertThat(files()).hasSizeGreaterThan(4).allSatisfy(file -> assertThat(told).contains("`" + file.getFileName() + "`"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{'constant': 'x', 'required': true}",
        "{'template': ['{a} {b?}', '{a}'], 'when': {'field': 'a', 'matches': 'x'}}",
        "{" + ALTERNATIVES + ", 'steps': [{'replace': 'a'}, {'replace': 'a', 'with': 'b'}, {'strip_html': true}, {'split': ','}, {'join': ';'}]}",
        "{" + ALTERNATIVES + ", 'steps': [{'date': 'yyyy-MM-dd'}, {'date': ['M/d/yy'], 'pivot': 1990, 'offset': 'Z'}]}",
        "{" + ALTERNATIVES + ", 'steps': [{'number': true}, {'number': true, 'grouping': ',', 'times': 0.1}, {'code': '-'}, {'hash': 'S'}]}",
        "{" + ALTERNATIVES + ", 'steps': [{'map': {'a': ''}}, {'map': {'a': 'b'}, 'otherwise': 'keep'}, {'default': 'x'}]}",
        "{'first_of': [{'from': 'a', 'when': {'field': 'a', 'equals': ['b']}}, {'constant': 'c', 'when': {'not': {'field': 'a', 'empty': true}}}]}",
        "{'constant': 'c', 'when': {'any': [{'all': [{'field': 'a', 'equals': 'b'}]}]}}"})
    void what_the_command_reads_the_schema_allows(String column) {
        assertThat(MappingFile.of(whole(column)).columns()).hasSize(1);
        assertThat(faults(whole(column))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{}", "{'from': 'a', 'constant': 'b'}", "{'form': 'a'}", "{'from': ''}", "{'from': []}", "{'from': 'a', 'required': 1}", "{'from': 'a', 'steps': []}",
        "{'first_of': [{'from': 'a', 'required': true}]}", "{'first_of': [{'from': 'a'}], 'from': 'b'}", "{'from': 'a', 'steps': [{}]}",
        "{'from': 'a', 'steps': [{'hash': 'S', 'code': '-'}]}", "{'from': 'a', 'steps': [{'hash': ''}]}", "{'from': 'a', 'steps': [{'code': '+'}]}",
        "{'from': 'a', 'steps': [{'strip_html': false}]}", "{'from': 'a', 'steps': [{'number': true, 'times': '2'}]}", "{'from': 'a', 'steps': [{'map': {}}]}",
        "{'from': 'a', 'steps': [{'map': {'x': 'y'}, 'otherwise': 'drop'}]}", "{'from': 'a', 'when': {}}", "{'from': 'a', 'when': {'field': 'b'}}",
        "{'from': 'a', 'when': {'field': 'b', 'empty': 'no'}}", "{'from': 'a', 'when': {'field': 'b', 'empty': true, 'equals': 'c'}}"})
    void what_the_command_refuses_the_schema_refuses(String column) {
        assertThat(refuses(whole(column))).isTrue();
        assertThat(faults(whole(column))).isNotEmpty();
    }

    private static String whole(String column) {
        return ("{'dataset': 'd', 'input': {'format': 'csv'}, 'columns': {'c': " + column + "}}").replace('\'', '"');
    }

    private static boolean refuses(String mapping) {
        try {
            MappingFile.of(mapping);
            return false;
        } catch (BadMapping expected) {
            return true;
        }
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    private static String faults(String mapping) {
        try {
            JsonObject schema = new JsonObject(Files.readString(Path.of("docs/import-mapping.schema.json")));
            var told = Validator.create(JsonSchema.of(schema), new JsonSchemaOptions().setBaseUri("https://example.org/").setDraft(Draft.DRAFT202012)
                    .setOutputFormat(OutputFormat.Basic)).validate(new JsonObject(mapping));
            return told.getValid() ? "" : String.valueOf(told.getErrors());
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }
}
