package org.envdisclosure.cli;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.envdisclosure.cli.Receipt.Reject;
import org.envdisclosure.cli.mapping.MappedRow;

/** The records of one file that the mapping could not take; in a temporary file, for all of a file may be such. */
final class MappingRejects implements Closeable {

    /** Takes one rejected row. */
    @FunctionalInterface
    interface Sink {
        void row(Reject reject) throws IOException;
    }

    private static final int FIRST = 100;
    /** As many characters as the service keeps of a row it refuses. */
    private static final int LONGEST_RAW = 1000;

    private final Path file;
    private final BufferedWriter out;
    private final List<Reject> first = new ArrayList<>();
    private long count;

    MappingRejects() throws IOException {
        file = Files.createTempFile("env-disclosure-mapping", null);
        out = Files.newBufferedWriter(file);
    }

    void add(MappedRow row, String reason) throws IOException {
        Reject reject = new Reject(Long.toString(row.line()), reason, cut(row.raw()));
        if (first.size() < FIRST) {
            first.add(reject);
        }
        out.write(Reply.JSON.writeValueAsString(reject));
        out.write('\n');
        count++;
    }

    long count() {
        return count;
    }

    /** At most {@value #FIRST}. */
    List<Reject> first() {
        return List.copyOf(first);
    }

    /** Each in turn, in the order of the file. */
    void each(Sink sink) throws IOException {
        out.flush();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                sink.row(Reply.JSON.readValue(line, Reject.class));
            }
        }
    }

    private static String cut(String raw) {
        if (raw.length() <= LONGEST_RAW) {
            return raw;
        }
        int end = LONGEST_RAW - 1;
        return raw.substring(0, Character.isHighSurrogate(raw.charAt(end - 1)) ? end - 1 : end) + "…";
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
