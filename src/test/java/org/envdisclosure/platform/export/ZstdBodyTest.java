package org.envdisclosure.platform.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZstdBodyTest {

    @TempDir
    Path folder;

    private static String read(byte[] frame) throws IOException {
        return new String(new ZstdInputStream(new ByteArrayInputStream(frame)).readAllBytes(), UTF_8);
    }

    @Test
    void rows_of_any_length_come_back() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ZstdBody body = new ZstdBody(out);
        String rows = "2026-05-01T01:00:00+08:00,1001A,35\n".repeat(90_000);
        body.rows().write('#');
        body.rows().write(rows.getBytes(UTF_8));
        body.rows().write(new byte[0]);
        body.finish();
        body.release();

        assertThat(read(out.toByteArray())).isEqualTo("#" + rows);
        assertThat(out.size()).isLessThan(rows.length() / 20);
    }

    @Test
    void pieces_stand_between_rows() throws IOException {
        DeflatedPiece piece = WrittenPieces.in(folder.resolve("piece"), List.of("piece\n".repeat(50_000))).get(0);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ZstdBody body = new ZstdBody(out);
        body.rows().write("head\n".getBytes(UTF_8));
        body.copy(piece);
        body.rows().write("end\n".getBytes(UTF_8));
        body.finish();
        body.release();

        assertThat(read(out.toByteArray())).isEqualTo("head\n" + "piece\n".repeat(50_000) + "end\n");
    }

    @Test
    void a_flush_lets_out_what_was_written_and_what_is_not_finished_is_not_whole() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ZstdBody body = new ZstdBody(out);
        body.rows().write("first row\n".getBytes(UTF_8));
        body.rows().flush();
        byte[] sofar = out.toByteArray();
        body.rows().write("second row\n".getBytes(UTF_8));
        body.release();

        assertThat(new String(new ZstdInputStream(new ByteArrayInputStream(sofar)).readNBytes(10), UTF_8)).isEqualTo("first row\n");
        assertThatThrownBy(() -> read(sofar)).isInstanceOf(IOException.class);
        assertThat(out.toByteArray()).isEqualTo(sofar);
    }
}
