package org.envdisclosure.cli;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/** For every line that was sent, the line of the file it was made of; in a temporary file, for there is no limit to either. */
final class LineTable implements Closeable {

    private final Path file;
    private final DataOutputStream out;
    private long sent;

    LineTable() throws IOException {
        file = Files.createTempFile("env-disclosure-lines", null);
        out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
    }

    /** @param line of which the next line sent is made */
    void add(long line) throws IOException {
        out.writeLong(line);
        sent++;
    }

    /**
     * The line of the file in the service's words; a line that was never sent stays as it is.
     *
     * @param sentLine as the service counts, from 1
     */
    String original(String sentLine) throws IOException {
        long line = sentLine.matches("\\d{1,18}") ? Long.parseLong(sentLine) : 0;
        if (line < 1 || line > sent) {
            return sentLine;
        }
        out.flush();
        try (RandomAccessFile table = new RandomAccessFile(file.toFile(), "r")) {
            table.seek((line - 1) * Long.BYTES);
            return Long.toString(table.readLong());
        }
    }

    /** Nobody misses it: what was to be read of it is read. */
    @Override
    public void close() {
        try (out) {
            Files.deleteIfExists(file);
        } catch (IOException left) {
            file.toFile().deleteOnExit();
        }
    }
}
