package org.envdisclosure.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What breaks off, on either side, never passes for complete. */
@Timeout(60)
class CutTransferTest {

    private static final String RECEIPT = RemoteService.receipt(1, 1, 0, 0, 0).body();
    private static final int LARGE = 20_000_000;

    @TempDir
    Path folder;

    private String file = "";

    @BeforeEach
    void file() throws IOException {
        file = Files.writeString(folder.resolve("a.csv"), "rows").toString();
    }

    @Test
    void an_input_that_fails_never_looks_complete_to_the_service() throws IOException {
        CompletableFuture<String> received = new CompletableFuture<>();
        try (RawService remote = new RawService(connection -> {
            RawService.readHead(connection.getInputStream());
            received.complete(untilItBreaks(connection.getInputStream()));
        })) {
            Run run = Run.imports(remote.url(), new FailingInput(), "--content-type", "csv", "-");

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.errLines()).containsExactly("stdin: failed: the tape is torn");
            assertThat(received).succeedsWithin(Duration.ofSeconds(10)).asString()
                    .hasSizeGreaterThan(500_000)
                    .doesNotEndWith("\r\n0\r\n\r\n");
        }
    }

    @Test
    void a_file_that_is_cut_while_it_is_sent_is_told_and_not_sent_again() throws IOException {
        Path shrinking = Files.write(folder.resolve("shrinking.csv"), new byte[LARGE]);
        try (RawService remote = new RawService(connection -> {
            RawService.readHead(connection.getInputStream());
            try (FileChannel channel = FileChannel.open(shrinking, StandardOpenOption.WRITE)) {
                channel.truncate(1000);
            }
            connection.getInputStream().readAllBytes();
        })) {
            Run run = Run.imports(remote.url(), InputStream.nullInputStream(), shrinking.toString());

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.errLines()).containsExactly(
                    shrinking + ": failed: changed while it was being sent: it had 20000000 bytes at first");
        }
    }

    @Test
    void a_file_that_grows_while_it_is_sent_is_told_and_the_next_one_is_sent() throws IOException {
        Path growing = Files.write(folder.resolve("growing.csv"), new byte[LARGE]);
        try (RawService remote = new RawService(
                connection -> {
                    RawService.readHead(connection.getInputStream());
                    Files.write(growing, new byte[1_000_000], StandardOpenOption.APPEND);
                    connection.getInputStream().readAllBytes();
                },
                connection -> {
                    RawService.readHead(connection.getInputStream());
                    RawService.answer(connection, RECEIPT);
                })) {

            Run run = Run.imports(remote.url(), InputStream.nullInputStream(), growing.toString(), file);

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.errLines()).containsExactly(
                    growing + ": failed: changed while it was being sent: it had 20000000 bytes at first");
            assertThat(run.outLines()).singleElement().asString().startsWith(file + ": received=1 ");
        }
    }

    @Test
    void a_receipt_cut_by_the_network_is_no_receipt() throws IOException {
        try (RawService dying = new RawService(connection -> {
            RawService.readHead(connection.getInputStream());
            connection.getInputStream().readNBytes(4);
            connection.getOutputStream().write(("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n" + RECEIPT).getBytes(UTF_8));
        })) {
            assertThat(Run.imports(dying.url(), InputStream.nullInputStream(), "--retries", "0", file).exitCode()).isEqualTo(2);
        }
    }

    @Test
    void a_service_that_dies_after_the_last_byte_and_before_the_receipt_is_a_failure() throws IOException {
        try (RawService dying = new RawService(connection -> {
            RawService.readHead(connection.getInputStream());
            connection.getInputStream().readNBytes(4);
        })) {
            Run run = Run.imports(dying.url(), InputStream.nullInputStream(), "--retries", "0", file);

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.errLines()).singleElement().asString()
                    .startsWith(file + ": failed: the connection to " + dying.url() + " broke off before an answer: ");
        }
    }

    private static String untilItBreaks(InputStream in) {
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        try {
            in.transferTo(received);
        } catch (IOException reset) {
            // an abort may come as a reset or as an end; what counts is what came before
        }
        return received.toString(UTF_8);
    }

    /** A million bytes, then a failure. */
    private static final class FailingInput extends InputStream {

        private int left = 1_000_000;

        @Override
        public int read() throws IOException {
            if (left == 0) {
                throw new IOException("the tape is torn");
            }
            left--;
            return 'x';
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (left == 0) {
                throw new IOException("the tape is torn");
            }
            int read = Math.min(left, length);
            Arrays.fill(buffer, offset, offset + read, (byte) 'x');
            left -= read;
            return read;
        }
    }
}
