package org.envdisclosure.platform.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Pieces as a month's file holds them. */
final class WrittenPieces {

    private WrittenPieces() {
    }

    /** One piece for each text, in a file of its own. */
    static List<DeflatedPiece> in(Path file, List<String> texts) throws IOException {
        List<DeflatedPiece> pieces = new ArrayList<>();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        GzipPieces gzip = new GzipPieces(out, GzipPieces.KEPT);
        for (String text : texts) {
            gzip.rows().write(text.getBytes(UTF_8));
            pieces.add(new DeflatedPiece(file, gzip.endPiece(), () -> { }));
        }
        gzip.finish();
        gzip.release();
        Files.write(file, out.toByteArray());
        return pieces;
    }
}
