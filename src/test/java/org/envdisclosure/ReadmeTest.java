package org.envdisclosure;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.envdisclosure.cli.CommandLineEntry;
import org.envdisclosure.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command of the READMEs: curls run here, the two Maven commands are what CI itself runs. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class ReadmeTest extends DatasetContract {

    @TestHTTPResource("/")
    URL service;

    static List<String> curls() throws IOException {
        return commands("README.md").stream().filter(line -> line.startsWith("curl ")).toList();
    }

    /** Lines of the shell blocks, continued lines joined. */
    private static List<String> commands(String file) throws IOException {
        String text = Files.readString(Path.of(file)).replace("\\\n", " ");
        return Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL).matcher(text).results()
                .flatMap(block -> block.group(1).lines()).map(line -> line.replaceAll(" +", " ").strip()).filter(line -> !line.isEmpty()).toList();
    }

    @ParameterizedTest
    @MethodSource("curls")
    void a_curl_of_the_readme_answers_with_data(String curl) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("bash", "-c", curl.replace("curl -s ", "curl -sSf ").replace("http://127.0.0.1:8080/", service.toString()))
                .redirectErrorStream(true).start();
        String answer = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(shell.exitValue()).as(answer).isZero();
        assertThat(answer).contains("observed_at");
    }

    @Test
    void both_languages_give_the_same_commands() throws IOException {
        assertThat(commands("README.zh.md")).isEqualTo(commands("README.md")).hasSize(6);
    }

    @Test
    void the_import_command_of_the_readme_is_understood() throws IOException {
        String line = commands("README.md").stream().filter(command -> command.contains(" import ")).findFirst().orElseThrow();
        String[] words = line.substring(line.indexOf("import ")).split(" ");
        // the file and the key file of the example are not there: that, and nothing else, is what is wrong
        assertThat(CommandLineEntry.run(words)).isEqualTo(2);
    }

    @Test
    void ci_runs_the_commands_behind_the_markers() throws IOException {
        assertThat(Files.readString(Path.of("README.md")))
                .contains("<!-- run -->\n```sh\n./mvnw -q package -DskipTests && java -jar target/quarkus-app/quarkus-run.jar\n```")
                .contains("<!-- test -->\n```sh\n./mvnw verify\n```");
    }
}
