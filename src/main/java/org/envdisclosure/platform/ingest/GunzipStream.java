package org.envdisclosure.platform.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.envdisclosure.platform.measure.LocalizedText;

/**
 * Decompresses gzip (RFC 1952), all its members. Own, because the JDK's stream takes whatever follows a member for the end of the
 * data, also a second member that the network has not delivered yet, and does not tell a cut body from a failed network.
 */
final class GunzipStream extends InputStream {

    private static final int DEFLATE = 8;
    private static final int HEADER_CRC = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xE0;

    private final InputStream source;
    private final byte[] buffer = new byte[64 * 1024];
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private int position;
    private int limit;
    private boolean inMember;
    private boolean anyMember;

    GunzipStream(InputStream source) {
        this.source = source;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = 0;
        while (count == 0 && length > 0) {
            if (!inMember && !beginMember()) {
                return -1;
            }
            count = inflate(target, offset, length);
        }
        return count;
    }

    private int inflate(byte[] target, int offset, int length) throws IOException {
        if (inflater.needsInput()) {
            require(fill());
            inflater.setInput(buffer, position, limit - position);
        }
        try {
            int count = inflater.inflate(target, offset, length);
            position = limit - inflater.getRemaining();
            crc.update(target, offset, count);
            if (inflater.finished()) {
                endMember();
            }
            return count;
        } catch (DataFormatException e) {
            throw damaged();
        }
    }

    /** Reads a member's header; false at the end of the body. */
    private boolean beginMember() throws IOException {
        if (anyMember && !fill()) {
            return false;
        }
        readHeader();
        inflater.reset();
        inflater.setInput(buffer, position, limit - position);
        crc.reset();
        anyMember = true;
        inMember = true;
        return true;
    }

    /** RFC 1952, 2.3: magic, method, flags, time, extra flags, system; then what the flags announce, none of which is kept. */
    private void readHeader() throws IOException {
        expect(0x1F);
        expect(0x8B);
        expect(DEFLATE);
        int flags = next();
        if ((flags & RESERVED) != 0) {
            throw damaged();
        }
        skip(6);
        if ((flags & EXTRA) != 0) {
            skip(next() | next() << 8);
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        skip((flags & HEADER_CRC) != 0 ? 2 : 0);
    }

    private void endMember() throws IOException {
        long expectedCrc = nextInt();
        long expectedSize = nextInt();
        if (expectedCrc != crc.getValue() || expectedSize != (inflater.getBytesWritten() & 0xFFFFFFFFL)) {
            throw damaged();
        }
        inMember = false;
    }

    private void expect(int b) throws IOException {
        if (next() != b) {
            throw damaged();
        }
    }

    private void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            next();
        }
    }

    private void skipText() throws IOException {
        boolean more = true;
        while (more) {
            more = next() != 0;
        }
    }

    private long nextInt() throws IOException {
        return next() | next() << 8 | next() << 16 | (long) next() << 24;
    }

    private int next() throws IOException {
        require(fill());
        return buffer[position++] & 0xFF;
    }

    /** Whether there is at least one more byte of the body. */
    private boolean fill() throws IOException {
        if (position == limit) {
            position = 0;
            limit = Math.max(source.read(buffer, 0, buffer.length), 0);
        }
        return position < limit;
    }

    private static void require(boolean more) throws BrokenFraming {
        if (!more) {
            throw new BrokenFraming("gzip_cut", LocalizedText.of(
                    "gzip 数据不完整,请完整重新提交。", "The gzip data ends too early; send it whole."));
        }
    }

    private static BrokenFraming damaged() {
        return new BrokenFraming("gzip_damaged", LocalizedText.of(
                "gzip 数据损坏,或其后有多余内容。",
                "The body is not sound gzip data, or something that is not gzip follows it; compress the file again."));
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        source.close();
    }
}
