package org.envdisclosure.platform.export;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * Rows as CSV without a header row, compressed before: raw deflate blocks (RFC 1951) that begin with an empty dictionary, end at a byte
 * border and hold no last block, so that such pieces can stand behind each other in one gzip member.
 *
 * @param file    where they are
 * @param extent  which of its bytes
 * @param damaged told when those are not the bytes that were written, before anybody hears of it otherwise
 */
public record DeflatedPiece(Path file, GzipPieces.Extent extent, Runnable damaged) implements ExportPart {

    /** What is done with some of the bytes. */
    @FunctionalInterface
    interface Taker {
        void take(byte[] bytes, int count) throws IOException;
    }

    /** Whether the file reaches as far as the piece does; reads nothing. */
    public boolean isThere() {
        try {
            boolean there = Files.size(file) >= extent.offset() + extent.length();
            if (!there) {
                damaged.run();
            }
            return there;
        } catch (IOException lost) {
            return false;
        }
    }

    /** Whether the bytes are those that were written; reads all of them. */
    public boolean isSound() {
        try {
            read((bytes, count) -> { });
            return true;
        } catch (IOException unsound) {
            return false;
        }
    }

    /**
     * Hands the compressed bytes on. What was handed on is good only when this returns.
     *
     * @throws DamagedPiece when they are not those that were written
     */
    void read(Taker taker) throws IOException {
        byte[] bytes = new byte[RowPump.PIECE];
        CRC32C found = new CRC32C();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            for (long at = 0; at < extent.length();) {
                int count = next(channel, bytes, at);
                found.update(bytes, 0, count);
                taker.take(bytes, count);
                at += count;
            }
        }
        if (found.getValue() != extent.crc32c()) {
            throw damaged("it has the CRC-32C %08x instead of %08x".formatted(found.getValue(), extent.crc32c()));
        }
    }

    private int next(FileChannel channel, byte[] bytes, long at) throws IOException {
        int count;
        try {
            count = channel.read(ByteBuffer.wrap(bytes, 0, (int) Math.min(bytes.length, extent.length() - at)), extent.offset() + at);
        } catch (IOException unreadable) {
            throw damaged(unreadable.getMessage());
        }
        if (count < 0) {
            throw damaged("the file ends before its pieces do");
        }
        return count;
    }

    /** Tells of the damage and makes what is to be thrown. */
    DamagedPiece damaged(String how) {
        damaged.run();
        return new DamagedPiece("a piece of %s is not what was written: %s".formatted(file, how));
    }
}
