package org.envdisclosure;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.envdisclosure.cli.CommandLineEntry;
import org.envdisclosure.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
    void the_import_command_of_the_readme_brings_a_feed_in(@TempDir Path folder) throws IOException {
        String line = commands("README.md").stream().filter(command -> command.contains(" import ")).findFirst().orElseThrow();
        Path key = Files.writeString(folder.resolve("admin.key"), TestDatabase.ADMIN_KEY);
        Path feed = folder.resolve("feed.csv.gz");
        try (Writer out = new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(feed)), StandardCharsets.UTF_8)) {
            out.write("timepoint,area,positionname,stationcode,longitude,latitude,aqi,pm2_5,pm10,so2,no2,o3,co\n"
                    + "2026-03-02T08:00,示例市,读我一站,README1A,109.0,33.0,50,35,48,7,28,64,0.6\n");
        }
        List<String> words = new ArrayList<>();
        for (String word : line.substring(line.indexOf("import ")).split("\\s+")) {
            words.add(word.startsWith("http://") ? service.toString() : word.endsWith("admin.key") ? key.toString()
                    : word.endsWith(".csv.gz") ? feed.toString() : word);
        }

        assertThat(CommandLineEntry.run(words.toArray(String[]::new))).isZero();
    }

    @Test
    void ci_runs_the_commands_behind_the_markers() throws IOException {
        assertThat(Files.readString(Path.of("README.md")))
                .contains("<!-- run -->\n```sh\n./mvnw -q package -DskipTests && java -jar target/quarkus-app/quarkus-run.jar\n```")
                .contains("<!-- test -->\n```sh\n./mvnw verify\n```");
    }
}
