package org.envdisclosure.platform.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Between files and pixels, in memory alone: the JDK's own readers and writers, without their cache on disk. */
final class PictureCodec {

    private PictureCodec() {
    }

    /** @throws RefusedPicture when a pixel is missing or damaged: what the reader would fill with grey is not taken */
    static BufferedImage decode(ScannedPicture picture) throws RefusedPicture {
        ImageReader reader = ImageIO.getImageReadersByMIMEType(picture.kind().mediaType()).next();
        AtomicBoolean damaged = new AtomicBoolean();
        try (MemoryCacheImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(picture.essence()))) {
            reader.setInput(input, true, true);
            // libjpeg fills what it cannot read with grey and only warns
            reader.addIIOReadWarningListener((source, warning) -> damaged.compareAndSet(false,
                    warning.startsWith("Corrupt JPEG data") || warning.startsWith("Premature end")));
            BufferedImage pixels = reader.read(0);
            if (damaged.get() || pixels.getWidth() != picture.width() || pixels.getHeight() != picture.height()) {
                throw RefusedPicture.damaged();
            }
            return pixels;
        } catch (IOException | RuntimeException unreadable) {
            // the readers throw whatever comes to hand at a file that lies about itself
            throw RefusedPicture.damaged();
        } finally {
            reader.dispose();
        }
    }

    /** @param jpegQuality 0 to 1 */
    static byte[] encode(BufferedImage pixels, PictureKind kind, float jpegQuality) {
        ImageWriter writer = ImageIO.getImageWritersByMIMEType(kind.mediaType()).next();
        ByteArrayOutputStream file = new ByteArrayOutputStream(1 << 16);
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(file)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            if (kind == PictureKind.JPEG) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(jpegQuality);
            }
            writer.setOutput(output);
            writer.write(null, new IIOImage(pixels, null, null), how);
            output.flush();
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        } finally {
            writer.dispose();
        }
        return file.toByteArray();
    }
}
