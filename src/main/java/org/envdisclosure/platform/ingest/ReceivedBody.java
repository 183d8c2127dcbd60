package org.envdisclosure.platform.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/**
 * One batch body on its way in: digested as received, decompressed, bounded, cut into records. For one thread; memory is bounded by
 * {@link ReadLimits#maxRecordBytes()}, whatever is sent.
 */
public final class ReceivedBody implements Closeable {

    private final ReceivedBytes received;
    private final ByteWindow window;
    private final BodyFormat format;
    private final ReadLimits limits;

    public ReceivedBody(InputStream network, ContentCoding coding, BodyFormat format, ReadLimits limits) {
        this.received = new ReceivedBytes(network);
        this.window = new ByteWindow(new SizeGuard(coding.decode(received), received, limits), limits.maxRecordBytes());
        this.format = format;
        this.limits = limits;
    }

    /**
     * Opens the records; once. Reads the CSV header or the array's bracket already.
     *
     * @throws UnreadableBody when the body is refused as a whole
     * @throws IOException    when the network failed
     */
    public RecordReader records() throws IOException {
        BodyOpening.read(window);
        return format.open(window, limits.maxRecordBytes());
    }

    /** Bytes read from the network so far, before decompression. */
    public long bytes() {
        return received.count();
    }

    /** Hexadecimal SHA-256 of those bytes; of the whole body once the records are read to the end. */
    public String sha256() {
        return received.sha256();
    }

    @Override
    public void close() throws IOException {
        window.close();
    }
}
