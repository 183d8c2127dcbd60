package org.envdisclosure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import com.sun.net.httpserver.HttpServer;

/** 200 MB through a process with a heap of 32 MB: nothing of a file is held. */
@Timeout(180)
class LargeFileTest {

    private static final int ROWS = 4_000_000;
    private static final String ROW = "1001A,2026-03-05T13:00:00+08:00,40,52.5,0.6,9.25\n\n";

    @TempDir
    Path folder;

    private HttpServer server;
    private String receivedDigest = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/air/hourly", exchange -> {
            receivedDigest = digest(exchange.getRequestBody());
            byte[] receipt = RemoteService.receipt(ROWS, ROWS, 0, 0, 0).body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, receipt.length);
            exchange.getResponseBody().write(receipt);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_file_of_200_mb() throws Exception {
        Path file = folder.resolve("large.csv");
        String sentDigest = write(file);

        String printed = importInSmallProcess(file.toString(), ProcessBuilder.Redirect.PIPE);

        assertThat(printed).startsWith(file + ": received=4000000 inserted=4000000 ");
        assertThat(receivedDigest).isEqualTo(sentDigest);
        assertThat(Files.size(file)).isEqualTo(200_000_000L);
    }

    @Test
    void a_standard_input_of_200_mb() throws Exception {
        Path file = folder.resolve("large.csv");
        String sentDigest = write(file);

        String printed = importInSmallProcess("-", ProcessBuilder.Redirect.from(file.toFile()));

        assertThat(printed).startsWith("stdin: received=4000000 inserted=4000000 ");
        assertThat(receivedDigest).isEqualTo(sentDigest);
    }

    @Test
    void a_file_of_100_mb_through_a_mapping_that_refuses_every_tenth_row() throws Exception {
        Path file = folder.resolve("large.csv");
        MessageDigest sent = sha256();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            out.write("code,day,a,b,c,d,e\n".getBytes(StandardCharsets.US_ASCII));
            for (int written = 0; written < 200_000; written++) {
                boolean bad = written % 10 == 9;
                out.write(("%d,%s,40,52.5,0.6,9.25,".formatted(written, bad ? "soon" : "2026-03-05") + "x".repeat(470) + "\n").getBytes(StandardCharsets.US_ASCII));
                sent.update((bad ? "" : "{\"code\":\"%d\",\"day\":\"2026-03-05\"}\n".formatted(written)).getBytes(StandardCharsets.US_ASCII));
            }
        }
        Path mapping = Files.writeString(folder.resolve("mapping.json"), """
                {"dataset": "air-hourly", "input": {"format": "csv"}, "columns": {
                  "code": {"from": "code"}, "day": {"from": "day", "steps": [{"date": "yyyy-MM-dd"}]}}}""");

        String printed = importInSmallProcess(file.toString(), ProcessBuilder.Redirect.PIPE, 1, "--mapping", mapping.toString());

        assertThat(printed).startsWith(file + ": received=4020000 inserted=4000000 unchanged=0 corrected=0 rejected=20000 ")
                .contains("line 11: day:bad_date: 9,soon,40,");
        assertThat(receivedDigest).isEqualTo(HexFormat.of().formatHex(sent.digest()));
        assertThat(folder.resolve("tmp")).as("temporary files").isEmptyDirectory();
    }

    private String importInSmallProcess(String source, ProcessBuilder.Redirect in) throws IOException, InterruptedException {
        return importInSmallProcess(source, in, 0, "--content-type", "csv");
    }

    private String importInSmallProcess(String source, ProcessBuilder.Redirect in, int exitCode, String... more) throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        ProcessBuilder command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx32m",
                "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager", "-cp", System.getProperty("java.class.path"),
                ChildProcess.class.getName(), "import", "--dataset", "air-hourly", "--retries", "0",
                "--server", "http://127.0.0.1:" + server.getAddress().getPort(), source);
        command.command().addAll(List.of(more));
        command.environment().put("ENVD_API_KEY", Run.KEY);
        Process process = command.redirectInput(in).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).as(Files.readString(output)).isTrue();
            assertThat(process.exitValue()).as(Files.readString(output)).isEqualTo(exitCode);
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(output);
    }

    private static String write(Path file) throws IOException {
        MessageDigest digest = sha256();
        byte[] row = ROW.getBytes(StandardCharsets.US_ASCII);
        try (OutputStream out = new BufferedOutputStream(new DigestOutputStream(Files.newOutputStream(file), digest), 1 << 16)) {
            for (int written = 0; written < ROWS; written++) {
                row[row.length - 1] = (byte) ('a' + written % 23);
                out.write(row);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String digest(InputStream in) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream body = new DigestInputStream(in, digest)) {
            body.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new AssertionError(everyJavaHasIt);
        }
    }

    /** What the service's entry does with the exit code. */
    static final class ChildProcess {

        private ChildProcess() {
        }

        public static void main(String[] args) {
            System.exit(CommandLineEntry.run(args));
        }
    }
}
