package org.envdisclosure.platform.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GzipPiecesTest {

    @TempDir
    Path folder;

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
        DeflatedPiece other = new DeflatedPiece(piece.file(), piece.offset(), piece.length(), piece.rawBytes(), piece.crc32() ^ 1);
        DeflatedPiece longer = new DeflatedPiece(piece.file(), piece.offset(), Files.size(piece.file()) + 1, piece.rawBytes(), piece.crc32());

        assertThatThrownBy(() -> new PlainBody(new ByteArrayOutputStream()).copy(other)).isInstanceOf(IOException.class).hasMessageContaining("not what was written");
        assertThatThrownBy(() -> new GzipPieces(new ByteArrayOutputStream(), GzipPieces.LIVE).copy(longer)).isInstanceOf(IOException.class)
                .hasMessageContaining("ends before its pieces do");
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
