package org.envdisclosure.platform.ingest;

/**
 * What bounds the reading of one body.
 *
 * @param maxRecordBytes   longest record in bytes (a CSV record with its quoted newlines, an NDJSON line, an array element); also
 *                         what bounds the memory of a reader, which is about this plus 64 KiB
 * @param maxBodyBytes     largest body in bytes, after decompression
 * @param maxExpansion     most times a gzip body may grow; judged once {@code expansionFreeBytes} have come out
 * @param expansionFreeBytes  decompressed bytes that may come out at any ratio
 */
public record ReadLimits(int maxRecordBytes, long maxBodyBytes, int maxExpansion, long expansionFreeBytes) {

    private static final int MIB = 1024 * 1024;

    /**
     * 1 MiB a record, 64 GiB a body, 1:200 after 10 MiB. Real feeds shrink 3 to 12 times, JSON of long key names about 40
     * times; deflate's own limit, which only a bomb comes near, is 1032.
     */
    public static final ReadLimits DEFAULT = new ReadLimits(MIB, 64L * 1024 * MIB, 200, 10L * MIB);

    public ReadLimits {
        if (maxRecordBytes < 1 || maxBodyBytes < 1 || maxExpansion < 1 || expansionFreeBytes < 0) {
            throw new IllegalArgumentException("limits must be positive");
        }
    }
}
