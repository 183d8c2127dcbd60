package org.envdisclosure.platform.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class GzipPiecesPropertiesTest {

    @Property(tries = 200)
    void any_pieces_in_any_place(@ForAll @Size(max = 6) List<@IntRange(max = 200_000) Integer> lengths, @ForAll long seed) throws IOException {
        Random random = new Random(seed);
        List<String> texts = lengths.stream().map(length -> text(random, length)).toList();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        GzipPieces gzip = new GzipPieces(out, GzipPieces.LIVE);
        StringBuilder expected = new StringBuilder();
        Path file = Files.createTempFile("pieces", ".gz");
        List<DeflatedPiece> pieces = WrittenPieces.in(file, texts);
        for (int i = 0; i < pieces.size(); i++) {
            String between = text(random, random.nextInt(3) * 1000);
            gzip.rows().write(between.getBytes(UTF_8));
            gzip.copy(pieces.get(i));
            expected.append(between).append(texts.get(i));
        }
        gzip.finish();
        gzip.release();
        Files.delete(file);

        assertThat(gunzipped(out.toByteArray())).isEqualTo(expected.toString());
    }

    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append(random.nextInt(50)).append(random.nextBoolean() ? ',' : '\n');
        }
        return text.toString();
    }

    private static String gunzipped(byte[] bytes) throws IOException {
        return new String(new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes(), UTF_8);
    }
}
