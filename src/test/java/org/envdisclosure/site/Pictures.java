package org.envdisclosure.site;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** Small pictures made up for tests. */
final class Pictures {

    static final String SVG = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- 底图 -->\n"
            + "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 2 1\"><style>path{fill:none}</style><path d=\"M0 0h2v1\"/></svg>";

    private Pictures() {
    }

    /** @param format as ImageIO calls it: png, jpg */
    static byte[] drawn(String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(new BufferedImage(2, 1, BufferedImage.TYPE_INT_RGB), format, bytes)) {
                throw new AssertionError("no writer for " + format);
            }
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
        return bytes.toByteArray();
    }

    static byte[] svg() {
        return SVG.getBytes(StandardCharsets.UTF_8);
    }

    /** The head of a lossy WebP; Java has no writer for the rest. */
    static byte[] webp() {
        return "RIFF\u0024\u0000\u0000\u0000WEBPVP8 \u0018\u0000".getBytes(StandardCharsets.ISO_8859_1);
    }
}
