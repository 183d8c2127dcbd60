package org.envdisclosure.platform.picture;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The one thing EXIF says that pixels need: which way is up (CIPA DC-008, tag 274 of the first directory). */
final class ExifOrientation {

    static final int UPRIGHT = 1;
    private static final int MOST = 8;
    private static final int ORIENTATION = 0x0112;
    private static final int SHORT = 3;
    private static final int TIFF = 42;
    private static final int ENTRY = 12;

    private ExifOrientation() {
    }

    /** 1 to 8; 1 for whatever is damaged or says nothing. Reads nothing outside {@code from} to {@code to}. */
    static int of(byte[] file, int from, int to) {
        try {
            return read(ByteBuffer.wrap(file, from, to - from).slice());
        } catch (BufferUnderflowException | IndexOutOfBoundsException damaged) {
            return UPRIGHT;
        }
    }

    private static int read(ByteBuffer tiff) {
        int order = tiff.getShort();
        if (order != 0x4949 && order != 0x4D4D) {
            return UPRIGHT;
        }
        tiff.order(order == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        if (tiff.getShort() != TIFF) {
            return UPRIGHT;
        }
        int directory = tiff.getInt();
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY;
            if ((tiff.getShort(entry) & 0xFFFF) == ORIENTATION && tiff.getShort(entry + 2) == SHORT && tiff.getInt(entry + 4) == 1) {
                int value = tiff.getShort(entry + 8);
                return value >= UPRIGHT && value <= MOST ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }
}
