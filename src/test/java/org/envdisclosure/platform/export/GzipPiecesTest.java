package org.envdisclosure.platform.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.DataFormatException;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GzipPiecesTest {

    @TempDir
    Path folder;

    private final AtomicInteger told = new AtomicInteger();

    @Test
    void pieces_and_rows_make_one_gzip_member() throws IOException {
        // Given
        List<DeflatedPiece> pieces = written(List.of("2020-01,1A,30\n".repeat(5_000), "2020-02,1A,31\n".repeat(9_000)));
        // When
        byte[] body = body(pieces);
        // Then
        assertThat(gunzipped(body)).isEqualTo("head\n" + "2020-01,1A,30\n".repeat(5_000) + "now\n" + "2020-02,1A,31\n".repeat(9_000) + "end\n");
        assertThat(bytesOfTheFirstMember(body)).isEqualTo(body.length);
    }

    @Test
    void the_same_without_compression() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PlainBody body = new PlainBody(out);
        for (DeflatedPiece piece : written(List.of("2020-01,1A,30\n".repeat(5_000), "", "2020-02,1A,31\n"))) {
            body.copy(piece);
        }
        body.rows().write("end\n".getBytes(UTF_8));
        body.finish();
        body.release();

        assertThat(out.toString(UTF_8)).isEqualTo("2020-01,1A,30\n".repeat(5_000) + "2020-02,1A,31\nend\n");
    }

    @Test
    void a_piece_that_is_not_what_was_written_fails() throws IOException {
        DeflatedPiece piece = written(List.of("2020-01,1A,30\n".repeat(50))).get(0);
        GzipPieces.Extent extent = piece.extent();
        DeflatedPiece other = with(piece, new GzipPieces.Extent(extent.offset(), extent.length(), extent.rawBytes(), extent.crc32() ^ 1, extent.crc32c()));

        assertThatThrownBy(() -> new PlainBody(new ByteArrayOutputStream()).copy(other)).isInstanceOf(IOException.class).hasMessageContaining("it holds other rows");
        assertThat(told).hasValue(1);
    }

    @Test
    void one_damaged_byte_is_found_whatever_the_bytes_are_copied_into() throws IOException {
        DeflatedPiece piece = with(written(List.of("2020-01,1A,30\n".repeat(5_000), "2020-02,1A,31\n")).get(0));
        assertThat(piece.isSound()).isTrue();
        byte[] bytes = Files.readAllBytes(piece.file());
        bytes[(int) (piece.extent().offset() + piece.extent().length() / 2)] ^= 4;
        Files.write(piece.file(), bytes);

        for (Coding coding : Coding.values()) {
            told.set(0);
            ExportBody body = coding.body(new ByteArrayOutputStream());
            assertThatThrownBy(() -> body.copy(piece)).as(coding.name()).isInstanceOf(DamagedPiece.class).hasMessageContaining("months.gz is not what was written");
            assertThat(told).as(coding.name()).hasValue(1);
            body.release();
        }
        assertThat(piece.isSound()).isFalse();
        assertThat(piece.isThere()).isTrue();
        assertThat(told).hasValue(2);
    }

    @Test
    void a_file_that_ends_too_early_is_damage_and_one_that_is_lost_is_not() throws IOException {
        DeflatedPiece piece = with(written(List.of("2020-01,1A,30\n".repeat(5_000))).get(0));
        Files.write(piece.file(), Arrays.copyOf(Files.readAllBytes(piece.file()), (int) (piece.extent().offset() + piece.extent().length() - 1)));

        assertThat(piece.isThere()).isFalse();
        assertThat(told).hasValue(1);
        assertThatThrownBy(() -> new GzipPieces(new ByteArrayOutputStream(), GzipPieces.LIVE).copy(piece)).isInstanceOf(DamagedPiece.class)
                .hasMessageContaining("ends before its pieces do");
        assertThat(told).hasValue(2);
        Files.delete(piece.file());
        assertThat(piece.isThere()).isFalse();
        assertThat(piece.isSound()).isFalse();
        assertThat(told).hasValue(2);
    }

    private DeflatedPiece with(DeflatedPiece piece) {
        return with(piece, piece.extent());
    }

    /** The same file, and who asks is told of damage. */
    private DeflatedPiece with(DeflatedPiece piece, GzipPieces.Extent extent) {
        return new DeflatedPiece(piece.file(), extent, told::incrementAndGet);
    }

    @Test
    void a_flush_lets_out_what_was_written() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        GzipPieces gzip = new GzipPieces(out, GzipPieces.LIVE);
        gzip.rows().write("first row\n".getBytes(UTF_8));
        gzip.rows().flush();
        byte[] sofar = out.toByteArray();
        byte[] row = new byte["first row\n".length()];
        new GZIPInputStream(new ByteArrayInputStream(sofar)).readNBytes(row, 0, row.length);
        gzip.release();

        assertThat(new String(row, UTF_8)).isEqualTo("first row\n");
        assertThatThrownBy(() -> gunzipped(sofar)).isInstanceOf(IOException.class);
    }

    private List<DeflatedPiece> written(List<String> texts) throws IOException {
        return WrittenPieces.in(folder.resolve("months.gz"), texts);
    }

    private static byte[] body(List<DeflatedPiece> pieces) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        GzipPieces gzip = new GzipPieces(out, GzipPieces.LIVE);
        gzip.rows().write("head\n".getBytes(UTF_8));
        gzip.copy(pieces.get(0));
        gzip.rows().write("now\n".getBytes(UTF_8));
        gzip.copy(pieces.get(1));
        gzip.rows().write("end\n".getBytes(UTF_8));
        gzip.finish();
        gzip.release();
        return out.toByteArray();
    }

    /** Header of ten bytes, one deflate stream, trailer of eight. */
    private static int bytesOfTheFirstMember(byte[] body) {
        Inflater inflater = new Inflater(true);
        inflater.setInput(body, 10, body.length - 10);
        byte[] rows = new byte[64 * 1024];
        try {
            while (!inflater.finished()) {
                inflater.inflate(rows);
            }
            return 10 + inflater.getTotalIn() + 8;
        } catch (DataFormatException damaged) {
            throw new AssertionError(damaged);
        } finally {
            inflater.end();
        }
    }

    private static String gunzipped(byte[] bytes) throws IOException {
        return new String(new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes(), UTF_8);
    }
}
