package org.envdisclosure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class MainTest {

    @TempDir
    Path folder;

    @Test
    void a_bad_database_url_ends_with_one_sentence_and_2_before_anything_starts() throws Exception {
        Ended ended = run(Map.of("ENVD_DATABASE_URL", "postgresql://env:geheim@db"));

        assertThat(ended).isEqualTo(new Ended(2, "ENVD_DATABASE_URL cannot be used: the name of the database is missing."
                + " Its form is postgresql://user:password@host:port/database, special characters of user and password"
                + " percent-encoded (@ as %40, / as %2F, # as %23, % as %25).\n"));
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void a_data_folder_that_cannot_be_used_ends_with_1_and_its_name() throws Exception {
        Files.writeString(folder.resolve("data"), "a file");

        Ended ended = run(Map.of());

        assertThat(ended.exitCode).isEqualTo(1);
        assertThat(ended.words).startsWith("The data folder " + folder.toRealPath().resolve("data") + " cannot be made: ")
                .endsWith("Name a folder the service may write to with ENVD_DATA_DIR.\n");
    }

    /** In a JVM of its own, in the temporary folder. */
    private Ended run(Map<String, String> environment) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(),
                "-cp", System.getProperty("java.class.path"), "org.envdisclosure.Main")
                .directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("ENVD_"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        String words = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Ended(process.waitFor(), words.replaceAll("(?m)^(Picked up|NOTE).*\\R", ""));
    }

    private record Ended(int exitCode, String words) {
    }
}
