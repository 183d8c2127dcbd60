package org.envdisclosure.platform.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Deflater;

/**
 * One gzip member (RFC 1952) made of pieces: rows compressed now, each stretch with an empty dictionary, and {@link DeflatedPiece}s made
 * before, which are copied as they are. One member, because readers such as curl stop after the first.
 */
public final class GzipPieces implements ExportBody {

    /** Level 6 is four times slower than the database. */
    public static final int LIVE = Deflater.BEST_SPEED;
    /** For what is written once and read often. */
    public static final int KEPT = 6;

    /** Deflate, no name, no time, so that the same rows are the same bytes; unknown system. */
    private static final byte[] HEADER = {0x1F, (byte) 0x8B, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, (byte) 0xFF};
    /** A last block with nothing in it. */
    private static final byte[] LAST_BLOCK = {3, 0};

    private final OutputStream out;
    private final Deflater deflater;
    private final Rows rows = new Rows();
    private final CRC32 crc = new CRC32();
    private final CRC32C stretch = new CRC32C();
    private final byte[] deflated = new byte[RowPump.PIECE];
    private long written;
    private long began;
    private long rawBytes;
    private boolean unflushed;
    private long totalCrc;
    private long totalBytes;

    /**
     * A stretch that has ended.
     *
     * @param offset   of its first byte among those written
     * @param length   in bytes
     * @param rawBytes before compression
     * @param crc32    before compression
     * @param crc32c   of the bytes themselves, which tells damage without inflating them
     */
    public record Extent(long offset, long length, long rawBytes, long crc32, long crc32c) {
    }

    /** @param level {@link #LIVE} or {@link #KEPT} */
    public GzipPieces(OutputStream out, int level) throws IOException {
        this.out = new BufferedOutputStream(out, RowPump.PIECE);
        this.deflater = new Deflater(level, true);
        put(HEADER, HEADER.length);
        begin();
    }

    @Override
    public OutputStream rows() {
        return rows;
    }

    /** Ends the stretch written since the last end, at a byte border; the next begins with an empty dictionary. */
    public Extent endPiece() throws IOException {
        Extent extent = new Extent(began, 0, 0, 0, 0);
        if (rawBytes > 0) {
            syncFlush();
            extent = new Extent(began, written - began, rawBytes, crc.getValue(), stretch.getValue());
            add(extent);
            deflater.reset();
            crc.reset();
            rawBytes = 0;
        }
        begin();
        return extent;
    }

    @Override
    public void copy(DeflatedPiece piece) throws IOException {
        endPiece();
        piece.read(this::put);
        add(piece.extent());
        begin();
    }

    @Override
    public void finish() throws IOException {
        endPiece();
        put(LAST_BLOCK, LAST_BLOCK.length);
        put(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putInt((int) totalCrc).putInt((int) totalBytes).array(), 8);
        out.flush();
    }

    @Override
    public void release() {
        deflater.end();
    }

    private void begin() {
        began = written;
        stretch.reset();
    }

    private void add(Extent extent) {
        totalCrc = CrcCombination.of(totalCrc, extent.crc32(), extent.rawBytes());
        totalBytes += extent.rawBytes();
    }

    private void put(byte[] bytes, int count) throws IOException {
        out.write(bytes, 0, count);
        stretch.update(bytes, 0, count);
        written += count;
    }

    private void syncFlush() throws IOException {
        if (unflushed) {
            int count;
            do {
                count = deflater.deflate(deflated, 0, deflated.length, Deflater.SYNC_FLUSH);
                put(deflated, count);
            } while (count == deflated.length);
            unflushed = false;
        }
    }

    /** What is written here is compressed; a flush lets out all that was written. */
    private final class Rows extends OutputStream {

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int at, int count) throws IOException {
            deflater.setInput(bytes, at, count);
            while (!deflater.needsInput()) {
                put(deflated, deflater.deflate(deflated, 0, deflated.length));
            }
            crc.update(bytes, at, count);
            rawBytes += count;
            unflushed |= count > 0;
        }

        @Override
        public void flush() throws IOException {
            syncFlush();
            out.flush();
        }
    }
}
