package org.envdisclosure.platform.picture;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads the segments of a JPEG from the first to the end marker and keeps those the pixels need. For one picture. */
final class JpegScan {

    private static final int SOF0 = 0xC0;
    private static final int SOF2 = 0xC2;
    private static final int DHT = 0xC4;
    private static final int DQT = 0xDB;
    private static final int DRI = 0xDD;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP14 = 0xEE;
    /** A progressive picture has about ten scans; each makes the decoder go over all pixels again. */
    private static final int MOST_SCANS = 64;
    private static final byte[] JFIF = "JFIF\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ADOBE = "Adobe".getBytes(StandardCharsets.US_ASCII);
    /** Says that three components are YCbCr, and nothing else: no preview, no resolution. */
    private static final byte[] PLAIN_JFIF = {(byte) 0xFF, (byte) APP0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0};

    private final byte[] file;
    private final ByteArrayOutputStream essence;
    private int at = 2;
    private int width;
    private int height;
    private int components;
    private int orientation;
    private int scans;

    JpegScan(byte[] file) {
        this.file = file;
        this.essence = new ByteArrayOutputStream(file.length);
        keep(0, 2);
    }

    ScannedPicture scan() throws RefusedPicture {
        for (int marker = marker(); marker != EOI; marker = marker()) {
            int length = twoBytes(at);
            if (length < 2) {
                throw RefusedPicture.damaged();
            }
            require(at + length);
            segment(marker, at - 2, at + length);
        }
        if (scans == 0) {
            throw RefusedPicture.damaged();
        }
        essence.write(0xFF);
        essence.write(EOI);
        return new ScannedPicture(PictureKind.JPEG, width, height, components, Math.max(orientation, ExifOrientation.UPRIGHT), essence.toByteArray());
    }

    /** Steps over the next marker; any number of 0xFF may stand before it. */
    private int marker() throws RefusedPicture {
        require(at + 2);
        if ((file[at] & 0xFF) != 0xFF) {
            throw RefusedPicture.damaged();
        }
        int marker = 0xFF;
        while (marker == 0xFF) {
            at++;
            require(at + 1);
            marker = file[at] & 0xFF;
        }
        at++;
        if (marker == 0 || marker == 1 || marker >= 0xD0 && marker <= 0xD8) {
            throw RefusedPicture.damaged();
        }
        return marker;
    }

    private void segment(int marker, int start, int end) throws RefusedPicture {
        int body = at + 2;
        at = end;
        boolean startOfFrame = marker >= SOF0 && marker <= 0xCF && marker != DHT && marker != 0xC8;
        if (startOfFrame) {
            frame(marker, body, end);
            keep(start, end);
        } else if (marker == DHT || marker == DQT || marker == DRI) {
            keep(start, end);
        } else if (marker == SOS) {
            keep(start, end);
            entropyCoded();
        } else if (marker == APP1 && orientation == 0 && begins(EXIF, body, end)) {
            orientation = ExifOrientation.of(file, body + EXIF.length, end);
        } else if (marker == APP0 && begins(JFIF, body, end)) {
            essence.writeBytes(PLAIN_JFIF);
        } else if (marker == APP14 && begins(ADOBE, body, end)) {
            // says whether the components are YCbCr or RGB
            keep(start, end);
        } else if (marker == 0xDC) {
            throw RefusedPicture.unsupported("行数写在图像之后", "its height is told behind the pixels");
        }
    }

    private void frame(int marker, int body, int end) throws RefusedPicture {
        if (marker > SOF2) {
            throw RefusedPicture.unsupported("无损、分层或算术编码", "lossless, hierarchical or arithmetic coding");
        } else if (end - body < 6 || width != 0) {
            throw RefusedPicture.damaged();
        }
        int bits = file[body] & 0xFF;
        components = file[body + 5] & 0xFF;
        height = twoBytes(body + 1);
        width = twoBytes(body + 3);
        if (bits != 8) {
            throw RefusedPicture.unsupported("每分量 %d 位".formatted(bits), "%d bits a component".formatted(bits));
        } else if (components == 4) {
            throw RefusedPicture.unsupported("CMYK", "CMYK");
        } else if (components != 1 && components != 3) {
            throw RefusedPicture.unsupported("%d 个分量".formatted(components), "%d components".formatted(components));
        } else if (width == 0 || height == 0) {
            throw RefusedPicture.damaged();
        }
    }

    /** Data up to the next marker that is no restart: a 0xFF in the data is followed by 0. */
    private void entropyCoded() throws RefusedPicture {
        scans++;
        if (scans > MOST_SCANS || width == 0) {
            throw RefusedPicture.damaged();
        }
        int start = at;
        while (true) {
            require(at + 2);
            int next = file[at + 1] & 0xFF;
            if ((file[at] & 0xFF) != 0xFF) {
                at++;
            } else if (next == 0 || next >= 0xD0 && next <= 0xD7) {
                at += 2;
            } else if (next == 0xFF) {
                at++;
            } else {
                keep(start, at);
                return;
            }
        }
    }

    private boolean begins(byte[] word, int body, int end) {
        return end - body >= word.length && Arrays.equals(file, body, body + word.length, word, 0, word.length);
    }

    private int twoBytes(int position) throws RefusedPicture {
        require(position + 2);
        return (file[position] & 0xFF) << 8 | file[position + 1] & 0xFF;
    }

    private void require(int end) throws RefusedPicture {
        if (end > file.length) {
            throw RefusedPicture.cut();
        }
    }

    private void keep(int from, int to) {
        essence.write(file, from, to - from);
    }
}
