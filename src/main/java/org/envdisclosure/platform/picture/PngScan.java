package org.envdisclosure.platform.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;

/** Reads the chunks of a PNG from the first to the last, checks each, and keeps those the pixels need. For one picture. */
final class PngScan {

    private static final int SIGNATURE = 8;
    /** Length, type and check sum. */
    private static final int FRAME = 12;
    private static final int HEADER = 13;
    private static final int GREY = 0;
    private static final int RGB = 2;
    private static final int PALETTE = 3;
    private static final int GREY_ALPHA = 4;
    private static final int RGB_ALPHA = 6;
    /** Bits a sample may have, by colour type (ISO/IEC 15948, table 11.1). */
    private static final Map<Integer, List<Integer>> DEPTHS = Map.of(GREY, List.of(1, 2, 4, 8, 16), RGB, List.of(8, 16), PALETTE, List.of(1, 2, 4, 8),
            GREY_ALPHA, List.of(8, 16), RGB_ALPHA, List.of(8, 16));
    private static final Set<String> KEPT = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

    private final byte[] file;
    private final ByteBuffer bytes;
    private final ByteArrayOutputStream essence;
    private int width;
    private int height;
    private int depth;
    private int color;
    private boolean marksTransparent;
    private int orientation = ExifOrientation.UPRIGHT;
    private boolean holdsPixels;

    PngScan(byte[] file) {
        this.file = file;
        this.bytes = ByteBuffer.wrap(file);
        this.essence = new ByteArrayOutputStream(file.length);
        essence.write(file, 0, SIGNATURE);
    }

    ScannedPicture scan() throws RefusedPicture {
        int at = SIGNATURE;
        String type = "";
        while (!type.equals("IEND")) {
            int end = end(at);
            type = new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
            chunk(type, at, end);
            at = end;
        }
        if (!holdsPixels) {
            throw RefusedPicture.damaged();
        }
        return new ScannedPicture(PictureKind.PNG, width, height, samples() * Math.max(1, depth / Byte.SIZE), orientation, essence.toByteArray());
    }

    private int end(int at) throws RefusedPicture {
        if (file.length - at < FRAME) {
            throw RefusedPicture.cut();
        }
        int length = bytes.getInt(at);
        if (length < 0) {
            throw RefusedPicture.damaged();
        } else if (length > file.length - at - FRAME) {
            throw RefusedPicture.cut();
        }
        CRC32 sum = new CRC32();
        sum.update(file, at + 4, length + 4);
        if ((int) sum.getValue() != bytes.getInt(at + 8 + length)) {
            throw RefusedPicture.damaged();
        }
        return at + FRAME + length;
    }

    private void chunk(String type, int at, int end) throws RefusedPicture {
        int body = at + 8;
        if (type.equals("IHDR") != (width == 0)) {
            throw RefusedPicture.damaged();
        } else if (type.equals("IHDR")) {
            header(body, end);
        } else if (type.equals("eXIf")) {
            orientation = ExifOrientation.of(file, body, end - 4);
        } else if (type.equals("IDAT")) {
            holdsPixels = true;
        } else if (type.equals("tRNS")) {
            marksTransparent = true;
        } else if (!KEPT.contains(type) && Character.isUpperCase(type.charAt(0))) {
            throw RefusedPicture.unsupported("关键数据块未知", "a critical chunk that is not known");
        }
        if (KEPT.contains(type)) {
            essence.write(file, at, end - at);
        }
    }

    private void header(int body, int end) throws RefusedPicture {
        width = bytes.getInt(body);
        height = end - body < HEADER + 4 ? 0 : bytes.getInt(body + 4);
        if (width <= 0 || height <= 0 || end - body != HEADER + 4) {
            throw RefusedPicture.damaged();
        }
        depth = file[body + 8] & 0xFF;
        color = file[body + 9] & 0xFF;
        List<Integer> depths = DEPTHS.getOrDefault(color, List.of());
        if (!depths.contains(depth)) {
            throw RefusedPicture.damaged();
        }
    }

    /** Of a pixel. A colour marked as see-through makes the reader add a sample that says so. */
    private int samples() {
        return switch (color) {
            case GREY -> marksTransparent ? 2 : 1;
            case RGB -> marksTransparent ? 4 : 3;
            case GREY_ALPHA -> 2;
            case RGB_ALPHA -> 4;
            default -> 1;
        };
    }
}
