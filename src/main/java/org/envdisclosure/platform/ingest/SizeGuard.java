package org.envdisclosure.platform.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.envdisclosure.platform.measure.LocalizedText;

/** Refuses a body that grows too large, or that decompression makes grow out of all proportion. */
final class SizeGuard extends FilterInputStream {

    private final ReceivedBytes received;
    private final ReadLimits limits;
    private long count;

    /** @param plain the body after decompression, whose source is {@code received} */
    SizeGuard(InputStream plain, ReceivedBytes received, ReadLimits limits) {
        super(plain);
        this.received = received;
        this.limits = limits;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = in.read(target, offset, length);
        count += Math.max(read, 0);
        if (count > limits.maxBodyBytes()) {
            throw new TooLarge("body_too_large", LocalizedText.of(
                    "请求体解压后超过 %d 字节;请分批提交。".formatted(limits.maxBodyBytes()),
                    "The body is larger than %d bytes (after decompression); send it in several batches."
                            .formatted(limits.maxBodyBytes())));
        }
        if (count > limits.expansionFreeBytes() && count / limits.maxExpansion() > received.count()) {
            throw new TooLarge("expansion_too_large", LocalizedText.of(
                    "gzip 数据解压后膨胀超过 %d 倍;请不压缩提交或分批提交。".formatted(limits.maxExpansion()),
                    "The gzip data expands more than %d times; send it uncompressed or in several batches."
                            .formatted(limits.maxExpansion())));
        }
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
