package org.envdisclosure.platform.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/** Real pictures made in memory, and what cameras and attackers add to them. */
public final class TestPictures {

    /** Stands in EXIF, comments and texts; must never come out again. */
    public static final String SECRET = "GPS-30.6912-111.2865-SERIAL-77";

    private TestPictures() {
    }

    /** Red, green above; blue, white below: a turn shows. */
    public static BufferedImage quarters(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D canvas = picture.createGraphics();
        Color[] colors = {Color.RED, Color.GREEN, Color.BLUE, Color.WHITE};
        for (int i = 0; i < colors.length; i++) {
            canvas.setColor(colors[i]);
            canvas.fillRect(i % 2 * width / 2, i / 2 * height / 2, width - width / 2, height - height / 2);
        }
        canvas.dispose();
        return picture;
    }

    /** One colour, so that each test has bytes of its own. */
    public static BufferedImage plain(int width, int height, int rgb) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D canvas = picture.createGraphics();
        canvas.setColor(new Color(rgb));
        canvas.fillRect(0, 0, width, height);
        canvas.dispose();
        return picture;
    }

    public static byte[] jpeg(BufferedImage picture) {
        return written(picture, "jpeg");
    }

    public static byte[] png(BufferedImage picture) {
        return written(picture, "png");
    }

    private static byte[] written(BufferedImage picture, String format) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, file);
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
        return file.toByteArray();
    }

    public static BufferedImage read(byte[] file) {
        try {
            return ImageIO.read(new ByteArrayInputStream(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** An EXIF segment with an orientation, a description and a GPS directory, and a comment segment, behind the first marker. */
    public static byte[] withExif(byte[] jpeg, int orientation) {
        byte[] secret = SECRET.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer tiff = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
        tiff.putShort((short) 0x4949).putShort((short) 42).putInt(8);
        tiff.putShort((short) 3);
        entry(tiff, 0x010E, 2, secret.length, 80);
        entry(tiff, 0x0112, 3, 1, orientation);
        entry(tiff, 0x8825, 4, 1, 120);
        tiff.putInt(0).position(80).put(secret).position(120).putShort((short) 1);
        entry(tiff, 0x0002, 5, 3, 140);
        tiff.position(140).putInt(30).putInt(1).putInt(41).putInt(1).putInt(28).putInt(1);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(tiff.array());
        return inserted(inserted(jpeg, 2, segment(0xFE, secret)), 2, segment(0xE1, body.toByteArray()));
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    private static byte[] segment(int marker, byte[] body) {
        return ByteBuffer.allocate(4 + body.length).put((byte) 0xFF).put((byte) marker).putShort((short) (body.length + 2)).put(body).array();
    }

    /** A chunk behind the header of a PNG. */
    public static byte[] withChunk(byte[] png, String type, byte[] body) {
        return inserted(png, 33, chunk(type, body));
    }

    private static byte[] chunk(String type, byte[] body) {
        byte[] named = concat(type.getBytes(StandardCharsets.US_ASCII), body);
        CRC32 sum = new CRC32();
        sum.update(named);
        return ByteBuffer.allocate(8 + named.length).putInt(body.length).put(named).putInt((int) sum.getValue()).array();
    }

    /** A few bytes that say they are a picture of that size. */
    public static byte[] pngSaying(int width, int height) {
        byte[] header = ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0}).array();
        byte[] signature = Arrays.copyOf(png(plain(1, 1, 0)), 8);
        return concat(signature, chunk("IHDR", header), chunk("IDAT", new byte[] {1}), chunk("IEND", new byte[0]));
    }

    /** The same of another bit depth and colour type. */
    public static byte[] pngSaying(int width, int height, int depth, int color) {
        byte[] file = pngSaying(width, height);
        byte[] header = Arrays.copyOfRange(file, 16, 29);
        header[8] = (byte) depth;
        header[9] = (byte) color;
        return concat(Arrays.copyOf(file, 8), chunk("IHDR", header), Arrays.copyOfRange(file, 33, file.length));
    }

    /** One colour in 16 bits of red, green, blue and opacity, 8 bytes a pixel. */
    public static byte[] deepPng(int width, int height, int rgb) {
        ByteBuffer lines = ByteBuffer.allocate((1 + 8 * width) * height);
        for (int y = 0; y < height; y++) {
            lines.put((byte) 0);
            for (int x = 0; x < width; x++) {
                for (int shift = 16; shift >= 0; shift -= 8) {
                    lines.put((byte) (rgb >> shift)).put((byte) (rgb >> shift));
                }
                lines.putShort((short) -1);
            }
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            deflater.write(lines.array());
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
        byte[] opening = Arrays.copyOf(pngSaying(width, height, 16, 6), 33);
        return concat(opening, chunk("IDAT", packed.toByteArray()), chunk("IEND", new byte[0]));
    }

    /** The same JPEG with another size, or number of components, in its frame header. */
    public static byte[] jpegSaying(byte[] jpeg, int width, int height, int components) {
        byte[] changed = jpeg.clone();
        int frame = 2;
        while ((changed[frame + 1] & 0xFF) != 0xC0) {
            frame += 2 + (changed[frame + 2] & 0xFF) * 256 + (changed[frame + 3] & 0xFF);
        }
        ByteBuffer.wrap(changed).putShort(frame + 5, (short) height).putShort(frame + 7, (short) width).put(frame + 9, (byte) components);
        return changed;
    }

    public static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] inserted(byte[] file, int at, byte[] more) {
        return concat(Arrays.copyOf(file, at), more, Arrays.copyOfRange(file, at, file.length));
    }

    public static boolean contains(byte[] file, String text) {
        return new String(file, StandardCharsets.ISO_8859_1).contains(text);
    }
}
