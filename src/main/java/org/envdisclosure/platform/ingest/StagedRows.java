package org.envdisclosure.platform.ingest;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;

/** A chunk of received rows in the COPY text of a stage that tells their digests, and where in it each row has what. */
final class StagedRows {

    private static final byte[] STANDING = "\tu\n".getBytes(StandardCharsets.UTF_8);

    private byte[] text = {};
    private int count;
    private int[] begins = new int[1024];
    private int[] keys = new int[1024];
    private int[] statuses = new int[1024];
    private int[] digests = new int[1024];

    /**
     * Notes a row that has been written.
     *
     * @param begin  where it begins
     * @param key    where its first key column begins, after what says where it came from
     * @param status where its last column before the digest begins
     * @param digest where its digest begins
     */
    void add(int begin, int key, int status, int digest) {
        if (count == begins.length) {
            begins = Arrays.copyOf(begins, count * 2);
            keys = Arrays.copyOf(keys, count * 2);
            statuses = Arrays.copyOf(statuses, count * 2);
            digests = Arrays.copyOf(digests, count * 2);
        }
        begins[count] = begin;
        keys[count] = key;
        statuses[count] = status;
        digests[count] = digest;
        count++;
    }

    /** @param chunk the text of all rows noted */
    StagedRows of(byte[] chunk) {
        text = chunk;
        return this;
    }

    int count() {
        return count;
    }

    /** The key column at {@code place}, as COPY writes it. */
    String key(int row, int place) {
        int begin = keys[row];
        for (int i = 0; i < place; i++) {
            begin = tab(begin) + 1;
        }
        return new String(text, begin, tab(begin) - begin, StandardCharsets.UTF_8);
    }

    long digest(int row) {
        return Long.parseLong(new String(text, digests[row], end(row) - 1 - digests[row], StandardCharsets.ISO_8859_1));
    }

    /** The rows that do not stand, as they were written. */
    byte[] others(BitSet standing) {
        ByteArrayOutputStream others = new ByteArrayOutputStream(text.length);
        int row = standing.nextClearBit(0);
        while (row < count) {
            int last = standing.nextSetBit(row);
            int after = last < 0 ? count : last;
            others.write(text, begins[row], end(after - 1) - begins[row]);
            row = standing.nextClearBit(after);
        }
        return others.toByteArray();
    }

    /** Of the rows that stand: where they came from, their key, their status where there is one, and that they are unchanged. */
    byte[] standing(BitSet standing, int keyColumns, boolean status) {
        ByteArrayOutputStream known = new ByteArrayOutputStream(standing.cardinality() * 128 + 16);
        for (int row = standing.nextSetBit(0); row >= 0; row = standing.nextSetBit(row + 1)) {
            int keyEnd = keys[row];
            for (int i = 0; i < keyColumns; i++) {
                keyEnd = tab(keyEnd) + 1;
            }
            known.write(text, begins[row], keyEnd - 1 - begins[row]);
            if (status) {
                known.write(text, statuses[row] - 1, digests[row] - statuses[row]);
            }
            known.write(STANDING, 0, STANDING.length);
        }
        return known.toByteArray();
    }

    private int end(int row) {
        return row + 1 < count ? begins[row + 1] : text.length;
    }

    private int tab(int from) {
        int at = from;
        while (text[at] != '\t') {
            at++;
        }
        return at;
    }
}
