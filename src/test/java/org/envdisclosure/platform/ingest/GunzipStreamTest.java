package org.envdisclosure.platform.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.envdisclosure.platform.ingest.Bodies.gzip;
import static org.envdisclosure.platform.ingest.Bodies.inPieces;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GunzipStreamTest {

    private static final byte[] TEXT = "1001A,2026-03-04T0000,12\n".repeat(20_000).getBytes(UTF_8);

    @Property(tries = 60)
    void members_one_after_another_are_one_text_however_they_arrive(
            @ForAll @Size(min = 1, max = 4) List<@IntRange(max = 70_000) Integer> members,
            @ForAll @Size(min = 1, max = 3) List<@IntRange(min = 1, max = 9_000) Integer> pieces) throws IOException {
        byte[] body = new byte[0];
        byte[] plain = new byte[0];
        for (int size : members) {
            byte[] part = Arrays.copyOf(TEXT, size);
            body = concat(body, gzip(part));
            plain = concat(plain, part);
        }
        assertThat(new GunzipStream(inPieces(body, pieces)).readAllBytes()).isEqualTo(plain);
    }

    @Test
    void bytes_are_read_one_by_one_too() throws IOException {
        InputStream gunzip = new GunzipStream(inPieces(gzip("ÿ".getBytes(UTF_8)), List.of(1)));
        assertThat(List.of(gunzip.read(), gunzip.read(), gunzip.read(), gunzip.read())).containsExactly(0xC3, 0xBF, -1, -1);
    }

    @Test
    void a_header_with_everything_in_it_is_read_over() throws IOException {
        byte[] plain = gzip("text".getBytes(UTF_8));
        byte[] header = {0x1F, (byte) 0x8B, 8, 0x02 | 0x04 | 0x08 | 0x10, 1, 2, 3, 4, 0, 3, 3, 0, 'a', 0, 'c', 'n', 0, 'c', 0, 9, 9};
        assertThat(new GunzipStream(new ByteArrayInputStream(concat(header, Arrays.copyOfRange(plain, 10, plain.length)))))
                .hasContent("text");
    }

    @Test
    void a_cut_at_any_byte_is_told() {
        byte[] body = gzip("1001A,12".getBytes(UTF_8));
        for (int length = 0; length < body.length; length++) {
            byte[] cut = Arrays.copyOf(body, length);
            assertThatExceptionOfType(BrokenFraming.class).isThrownBy(() -> readAll(cut))
                    .satisfies(refused -> assertThat(refused.word()).isEqualTo("gzip_cut"));
        }
    }

    @Test
    void a_cut_second_member_is_told() {
        byte[] body = concat(gzip(TEXT), Arrays.copyOf(gzip(TEXT), 5));
        assertThatExceptionOfType(BrokenFraming.class).isThrownBy(() -> readAll(body))
                .satisfies(refused -> assertThat(refused.word()).isEqualTo("gzip_cut"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\0", "garbage that is long enough to be a header", "1001A,12\n"})
    void what_follows_the_last_member_and_is_no_gzip_is_told(String garbage) {
        assertDamaged(concat(gzip(TEXT), garbage.getBytes(UTF_8)));
    }

    @Test
    void what_is_no_gzip_at_all_is_told() {
        assertDamaged("station,pm25\n1001A,12\n".getBytes(UTF_8));
    }

    @Test
    void a_wrong_checksum_size_method_or_flag_is_told() {
        byte[] body = gzip(TEXT);
        for (int at : new int[] {2, body.length - 8, body.length - 1}) {
            byte[] damaged = body.clone();
            damaged[at] ^= 1;
            assertDamaged(damaged);
        }
        byte[] reserved = body.clone();
        reserved[3] = 0x20;
        assertDamaged(reserved);
    }

    @Property(tries = 100)
    void a_flipped_bit_never_changes_the_text_unnoticed(@ForAll @IntRange(max = 799) int bit) {
        byte[] plain = Arrays.copyOf(TEXT, 5_000);
        byte[] body = gzip(plain);
        int at = 10 + bit / 8 % (body.length - 18);
        body[at] ^= (byte) (1 << bit % 8);
        try {
            assertThat(readAll(body)).isEqualTo(plain);
        } catch (IOException refused) {
            assertThat(refused).isInstanceOf(BrokenFraming.class);
        }
    }

    @Test
    void a_failed_network_is_no_damage() {
        EOFException failure = new EOFException("connection reset");
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream(gzip(TEXT), 0, 20), new InputStream() {
            @Override
            public int read() throws IOException {
                throw failure;
            }
        });
        assertThatIOException().isThrownBy(() -> new GunzipStream(broken).readAllBytes()).isSameAs(failure);
    }

    @Test
    void a_file_name_without_end_takes_no_memory() throws IOException {
        byte[] header = {0x1F, (byte) 0x8B, 8, 8, 0, 0, 0, 0, 0, 3};
        byte[] rest = gzip("text".getBytes(UTF_8));
        InputStream body = new SequenceInputStream(new ByteArrayInputStream(header), new SequenceInputStream(
                Bodies.repeated("", "name", 25_000_000, "\0"), new ByteArrayInputStream(rest, 10, rest.length)));
        long allocated = Allocation.during(() -> assertThat(new GunzipStream(body)).hasContent("text"));
        assertThat(allocated).isLessThan(8_000_000);
    }

    private static void assertDamaged(byte[] body) {
        assertThatExceptionOfType(BrokenFraming.class).isThrownBy(() -> readAll(body))
                .satisfies(refused -> assertThat(refused.word()).isEqualTo("gzip_damaged"));
    }

    private static byte[] readAll(byte[] body) throws IOException {
        return new GunzipStream(new ByteArrayInputStream(body)).readAllBytes();
    }

    private static byte[] concat(byte[] first, byte[] second) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(first);
        all.writeBytes(second);
        return all.toByteArray();
    }
}
