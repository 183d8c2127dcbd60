package org.envdisclosure.platform.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.envdisclosure.platform.ingest.Bodies.gzip;
import static org.envdisclosure.platform.ingest.Bodies.lines;
import static org.envdisclosure.platform.ingest.Bodies.repeated;
import static org.envdisclosure.platform.ingest.Bodies.shown;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReceivedBodyTest {

    private static final long A_300_MB_RECORD = 300_000_000;

    @Test
    void size_and_digest_are_those_of_the_bytes_received() throws Exception {
        byte[] body = gzip("a,b\n1,2\n".getBytes(UTF_8));
        ReceivedBody received = new ReceivedBody(new ByteArrayInputStream(body), ContentCoding.GZIP, BodyFormat.CSV, ReadLimits.DEFAULT);
        RecordReader reader = received.records();

        assertThat(shown(reader.next())).isEqualTo("2 [1, 2]");
        assertThat(reader.next()).isNull();

        assertThat(received.bytes()).isEqualTo(body.length);
        assertThat(received.sha256()).isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body)));
    }

    @Test
    void the_digest_is_sha_256() throws IOException {
        ReceivedBytes abc = new ReceivedBytes(new ByteArrayInputStream("abc".getBytes(UTF_8)));
        assertThat(abc.sha256()).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(abc.read()).isEqualTo('a');
        assertThat(abc.skip(10)).isEqualTo(2);
        assertThat(abc.read()).isEqualTo(-1);
        assertThat(abc.count()).isEqualTo(3);
        assertThat(abc.sha256()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void a_gzip_body_that_is_not_declared_is_refused_with_the_hint() {
        assertThatExceptionOfType(BrokenFraming.class)
                .isThrownBy(() -> lines(BodyFormat.CSV, gzip("a,b\n".getBytes(UTF_8)), ReadLimits.DEFAULT))
                .withMessageContaining("Content-Encoding: gzip");
    }

    @Test
    void a_workbook_is_refused_with_the_hint() {
        assertThatExceptionOfType(BrokenFraming.class)
                .isThrownBy(() -> lines(BodyFormat.CSV, "PK\u0003\u0004...".getBytes(UTF_8), ReadLimits.DEFAULT))
                .withMessageContaining("Excel");
    }

    @ParameterizedTest
    @EnumSource(BodyFormat.class)
    void a_failing_network_is_told_from_a_bad_body(BodyFormat format) {
        IOException failure = new IOException("connection reset");
        String begin = format == BodyFormat.JSON ? "[{\"a\":1},{\"a\"" : "{\"a\":1}\n{\"a\"";
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream(begin.getBytes(UTF_8)), failing(failure));
        assertThatIOException().isThrownBy(() -> lines(format, broken, ContentCoding.IDENTITY, ReadLimits.DEFAULT)).isSameAs(failure);
    }

    @Test
    void a_body_of_the_largest_size_is_read_and_one_byte_more_is_refused() throws IOException {
        byte[] body = "a,b\n1,2\n".getBytes(UTF_8);
        assertThat(lines(BodyFormat.CSV, body, new ReadLimits(100, 8, 200, 0))).hasSize(1);
        assertThatExceptionOfType(TooLarge.class).isThrownBy(() -> lines(BodyFormat.CSV, body, new ReadLimits(100, 7, 200, 0)))
                .satisfies(refused -> assertThat(refused.word()).isEqualTo("body_too_large"));
    }

    @Test
    void the_largest_size_counts_after_decompression() {
        byte[] body = gzip(("a,b\n" + "1,2\n".repeat(10_000)).getBytes(UTF_8));
        assertThatExceptionOfType(TooLarge.class)
                .isThrownBy(() -> lines(BodyFormat.CSV, new ByteArrayInputStream(body), ContentCoding.GZIP, new ReadLimits(100, 30_000, 2000, 0)))
                .withMessageContaining("30000 bytes");
    }

    @Test
    void a_small_body_may_expand_freely() throws IOException {
        byte[] body = gzip(("a,b\n" + "1,2\n".repeat(1_000_000)).getBytes(UTF_8));
        assertThat(body.length).isLessThan(4_000_004 / 200);
        assertThat(lines(BodyFormat.CSV, new ByteArrayInputStream(body), ContentCoding.GZIP, ReadLimits.DEFAULT)).hasSize(1_000_000);
    }

    @Test
    @Timeout(10)
    void a_bomb_in_one_member_is_refused_after_ten_megabytes() throws IOException {
        Deflater fast = new Deflater(Deflater.BEST_SPEED, true);
        InputStream bomb = new SequenceInputStream(
                new ByteArrayInputStream(new byte[] {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0, 0, 3}),
                new DeflaterInputStream(repeated("", "\0", 10_000_000_000L, ""), fast));
        long allocated = Allocation.during(() -> assertRefusedAsBomb(bomb));
        assertThat(allocated).isLessThan(8_000_000);
        assertThat(fast.getBytesRead()).isLessThan(200_000_000);
        fast.end();
    }

    @Test
    @Timeout(10)
    void a_bomb_in_many_members_is_refused_after_ten_megabytes() {
        byte[] member = gzip(new byte[10_000_000]);
        List<InputStream> members = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            members.add(new ByteArrayInputStream(member));
        }
        assertRefusedAsBomb(new SequenceInputStream(Collections.enumeration(members)));
        assertThat(members.stream().filter(stream -> available(stream) == member.length).count()).isGreaterThan(990);
    }

    @Test
    void a_line_of_300_megabytes_is_not_held() throws IOException {
        InputStream body = repeated("{\"a\":1}\n{\"a\":\"", "0123456789", A_300_MB_RECORD / 10, "\"}\n{\"a\":2}\n");
        assertReadsInLittleMemory(BodyFormat.NDJSON, body, "1 [1]", "2 line_too_long", "3 [2]");
    }

    @Test
    void an_array_element_of_300_megabytes_is_not_held() throws IOException {
        InputStream body = repeated("[{\"a\":1},{\"a\":\"", "01234567\\\"", A_300_MB_RECORD / 10, "\"},{\"a\":2}]");
        assertReadsInLittleMemory(BodyFormat.JSON, body, "1 [1]", "2 line_too_long", "3 [2]");
    }

    @Test
    void a_csv_line_of_300_megabytes_is_not_held() throws IOException {
        InputStream body = repeated("a,b\n1,2\n\"", "0,\"\"456789", A_300_MB_RECORD / 10, "\"\n3,4\n");
        assertReadsInLittleMemory(BodyFormat.CSV, body, "2 [1, 2]", "3 line_too_long", "4 [3, 4]");
    }

    @Test
    void one_record_after_another_is_not_held() throws IOException {
        // the window must slide, whatever the size of the records: a quarter of its first size does not divide it
        String record = "1001A," + "x".repeat(16_387) + "\n";
        ReceivedBody received = new ReceivedBody(repeated("a,b\n", record, 1_000, ""), ContentCoding.IDENTITY, BodyFormat.CSV, ReadLimits.DEFAULT);
        RecordReader reader = received.records();
        long count = 0;
        for (Line line = reader.next(); line != null; line = reader.next()) {
            assertThat(line.raw()).hasSize(16_393);
            count++;
        }
        assertThat(count).isEqualTo(1_000);
        assertThat(received.bytes()).isEqualTo(4 + 1_000L * record.length());
    }

    private static void assertReadsInLittleMemory(BodyFormat format, InputStream body, String... beginnings) throws IOException {
        List<Line> read = new ArrayList<>();
        long allocated = Allocation.during(() -> read.addAll(lines(format, body, ContentCoding.IDENTITY, ReadLimits.DEFAULT)));
        assertThat(read).hasSize(beginnings.length);
        for (int i = 0; i < beginnings.length; i++) {
            assertThat(shown(read.get(i))).startsWith(beginnings[i]);
            assertThat(read.get(i).raw().length()).isLessThanOrEqualTo(RawText.LONGEST);
        }
        assertThat(allocated).isLessThan(12_000_000);
    }

    private static void assertRefusedAsBomb(InputStream bomb) {
        assertThatExceptionOfType(TooLarge.class)
                .isThrownBy(() -> lines(BodyFormat.NDJSON, bomb, ContentCoding.GZIP, ReadLimits.DEFAULT))
                .satisfies(refused -> assertThat(refused.word()).isEqualTo("expansion_too_large"))
                .withMessageContaining("200 times");
    }

    private static int available(InputStream stream) {
        return ((ByteArrayInputStream) stream).available();
    }

    private static InputStream failing(IOException failure) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw failure;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                throw failure;
            }
        };
    }
}
