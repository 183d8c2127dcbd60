package org.envdisclosure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineEntryTest {

    @TempDir
    Path folder;

    @Test
    void help_names_the_commands() {
        Run run = Run.of("--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("Usage: env-disclosure [-hV] COMMAND", "  import  ", "  keys    ");
    }

    @Test
    void help_of_the_import_tells_the_exit_codes() {
        Run run = Run.of("import", "--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.outLines()).contains(
                "Usage: env-disclosure import --dataset=ID [OPTIONS] FILE...",
                "  0   every row was taken",
                "  1   some rows were rejected",
                "  2   failed: bad usage, unreadable file, no answer, refused");
    }

    @Test
    void the_version_is_that_of_the_jar() {
        Run run = Run.of("--version");

        assertThat(run.exitCode()).isZero();
        assertThat(run.outLines()).containsExactly("env-disclosure unpackaged");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            ''                                                | Missing required subcommand
            keys                                              | Missing required subcommand
            ingest                                            | Unknown argument: ingest
            import --key k a.csv                              | Missing required option: '--dataset=ID'
            import --key k --dataset air-hourly               | Missing required parameter: 'FILE'
            import --key k --dataset Air/../x a.csv           | --dataset is 'Air/../x', it takes an id such as air-hourly
            import --key k --dataset air-hourly --retries -1 a.csv | --retries is -1, it takes 0 or more
            import --key k --dataset air-hourly --retries x a.csv  | Invalid value for option '--retries': 'x' is not an int
            import --key k --dataset air-hourly --timeout 0 a.csv  | --timeout is 0, it takes 1 or more seconds
            import --key k --dataset air-hourly -             | stdin: its name does not tell the format; give --content-type csv, json or ndjson
            import --key k --dataset air-hourly --content-type csv - -  | the standard input (-) is given twice; it can be read once
            import --key k --dataset air-hourly --content-type xml a.csv | --content-type is 'xml', it takes csv, json, ndjson or a media type such as text/csv
            import --key k --dataset air-hourly --server localhost:80 a.csv | --server takes an address like http://127.0.0.1:8080 or https://example.org
            import --key k --dataset air-hourly --server ftp://h a.csv | --server takes an address like http://127.0.0.1:8080 or https://example.org
            import --dataset air-hourly a.csv                 | no API key: give --key-file, --key or the variable ENVD_API_KEY
            import --dataset air-hourly --key k --key-file f a.csv | --key and --key-file are both given; give one of them
            import --dataset air-hourly --key-file none.key a.csv | --key-file none.key: no such file
            keys create --key k --name n                      | Missing required option: '--role=ROLE'
            keys revoke --key k                               | Missing required parameter: 'ID'
            """)
    void wrong_usage_is_exit_code_2_and_says_what_is_wrong(String call, String sentence) {
        Run run = Run.of(call.isEmpty() ? new String[0] : call.split(" "));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.errLines()).first().isEqualTo(sentence);
        assertThat(run.errLines()).last().asString().matches("Try 'env-disclosure( import| keys( create| revoke)?)? --help'\\.");
    }

    @Test
    void a_mistyped_option_is_named_with_the_one_it_may_stand_for() {
        Run run = Run.of("import", "--dataste", "air-hourly", "--key", "k", "a.csv");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("Unknown option: --dataste").contains("Possible solutions: --dataset");
    }

    @Test
    void a_secret_behind_a_mistyped_option_is_not_printed() {
        Run run = Run.of("import", "--dataset", "air-hourly", "--kye=top-secret", "a.csv");

        assertThat(run.errLines()).first().isEqualTo("Unknown option: --kye");
        assertThat(run.err() + run.out()).doesNotContain("top-secret");
    }

    @Test
    void a_user_in_the_address_is_refused_without_printing_its_password() {
        Run run = Run.of("import", "--dataset", "air-hourly", "--key", "k", "--server", "http://me:top-secret@h", "a.csv");

        assertThat(run.errLines()).first().isEqualTo("--server takes no user, query or fragment; the key goes into --key-file");
        assertThat(run.err()).doesNotContain("top-secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"top\nsecret", "top-secret-ü", "", " "})
    void a_key_that_cannot_be_one_is_refused_without_printing_it(String key) {
        Run run = Run.of("import", "--dataset", "air-hourly", "--key", key, "a.csv");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errLines()).first().isEqualTo("the API key is empty or has characters other than visible ASCII ones");
        assertThat(run.err()).doesNotContain("secret");
    }

    @Test
    void a_key_file_with_more_than_a_key_is_refused_without_printing_it() throws IOException {
        Path file = Files.writeString(folder.resolve("key"), "key: top-secret\nother: top-secret\n");

        Run run = Run.with(new ByteArrayInputStream(new byte[0]), Map.of(),
                "import", "--dataset", "air-hourly", "--key-file", file.toString(), "a.csv");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).doesNotContain("top-secret");
    }
}
