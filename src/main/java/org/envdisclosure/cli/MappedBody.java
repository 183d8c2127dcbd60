package org.envdisclosure.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.envdisclosure.cli.mapping.MappedRow;
import org.envdisclosure.cli.mapping.MappedRows;
import org.envdisclosure.cli.mapping.Mapping;
import org.jspecify.annotations.Nullable;

/**
 * The rows a mapping makes of a file, as NDJSON, made while they are sent; what the mapping cannot take goes to its rejects and no
 * further. A line of it is one row always, so that a line the service names is one line of the table.
 */
final class MappedBody extends InputStream {

    private static final int CHUNK = 1 << 15;
    private static final int BUFFER_BYTES = 1 << 16;

    private final Mapping mapping;
    private final Upload file;
    private final LineTable lines;
    private final MappingRejects rejects;
    private @Nullable MappedRows rows;
    private byte[] ready = new byte[0];
    private int position;

    MappedBody(Mapping mapping, Upload file, LineTable lines, MappingRejects rejects) {
        this.mapping = mapping;
        this.file = file;
        this.lines = lines;
        this.rejects = rejects;
    }

    /** The rows of a file that may be compressed; nothing is read of a file that is not. */
    static MappedRows rows(Mapping mapping, Upload file) throws IOException {
        return mapping.rows(file.gzip() ? new GZIPInputStream(file.bytes(), BUFFER_BYTES) : file.bytes());
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (position == ready.length) {
            try {
                fill();
            } catch (RuntimeException defect) {
                // whoever reads this stream tells nobody of anything else, and would wait for it to go on
                throw new IOException("the mapping fails: " + defect, defect);
            }
        }
        int taken = Math.min(length, ready.length - position);
        System.arraycopy(ready, position, buffer, offset, taken);
        position += taken;
        return taken == 0 && length > 0 ? -1 : taken;
    }

    private void fill() throws IOException {
        MappedRows from = rows == null ? rows(mapping, file) : rows;
        rows = from;
        ByteArrayOutputStream made = new ByteArrayOutputStream(CHUNK * 2);
        MappedRow row = from.next();
        while (row != null) {
            add(row, made);
            row = made.size() < CHUNK ? from.next() : null;
        }
        ready = made.toByteArray();
        position = 0;
    }

    private void add(MappedRow row, ByteArrayOutputStream made) throws IOException {
        if (row instanceof MappedRow.Refused refused) {
            rejects.add(refused, refused.reason());
            return;
        }
        lines.add(row.line());
        made.write(json((MappedRow.Taken) row).getBytes(StandardCharsets.UTF_8));
        made.write('\n');
    }

    private static String json(MappedRow.Taken row) throws JsonProcessingException {
        return Reply.JSON.writeValueAsString(row.cells());
    }

    @Override
    public void close() throws IOException {
        file.bytes().close();
    }
}
