package org.envdisclosure.platform.export;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Rows as CSV without a header row, compressed before: raw deflate blocks (RFC 1951) that begin with an empty dictionary, end at a byte
 * border and hold no last block, so that such pieces can stand behind each other in one gzip member.
 *
 * @param file     where they are
 * @param offset   of their first byte in it
 * @param length   in bytes
 * @param rawBytes of the rows, in bytes
 * @param crc32    of the rows
 */
public record DeflatedPiece(Path file, long offset, long length, long rawBytes, long crc32) implements ExportPart {

    /** What is done with some of the bytes. */
    @FunctionalInterface
    interface Taker {
        void take(byte[] bytes, int count) throws IOException;
    }

    /** Hands the compressed bytes on. */
    void read(Taker taker) throws IOException {
        byte[] bytes = new byte[RowPump.PIECE];
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long at = 0;
            while (at < length) {
                int count = channel.read(ByteBuffer.wrap(bytes, 0, (int) Math.min(bytes.length, length - at)), offset + at);
                if (count < 0) {
                    throw new EOFException(file + " ends before its pieces do");
                }
                taker.take(bytes, count);
                at += count;
            }
        }
    }
}
