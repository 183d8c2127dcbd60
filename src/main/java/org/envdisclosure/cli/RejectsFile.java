package org.envdisclosure.cli;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import org.envdisclosure.cli.Receipt.Reject;
import org.jspecify.annotations.Nullable;

/**
 * Every rejected row of an import in one file, as the service keeps them and with the source in front; NDJSON when the
 * file is named so, else CSV. Nothing rejected leaves it empty.
 */
final class RejectsFile implements Closeable {

    private static final String FILE_COLUMN = "file";

    private final Path path;
    private final boolean ndjson;
    private final Writer writer;
    private final CsvWriter csv;
    private boolean headerWritten;

    /** Created before anything is sent: that it cannot be written must not be found out afterwards. */
    RejectsFile(Path path) throws IOException {
        this.path = path;
        this.ndjson = path.toString().toLowerCase(Locale.ROOT).matches(".*\\.(ndjson|jsonl)");
        this.writer = Files.newBufferedWriter(path);
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer);
    }

    static String path(Receipt receipt) {
        return "/ingest/batches/" + ServiceAddress.encoded(receipt.batchId()) + "/rejects";
    }

    /**
     * Takes over the rejects of one batch, all or none of them; waits where the service's lane of downloads is full. Of a file that
     * went through a mapping, what the mapping could not take comes first.
     *
     * @throws IOException when they cannot be had or written, in words for the operator
     */
    void append(String label, Outcome.Received received, Service service, RetryPolicy retries) throws IOException {
        Path download = Files.createTempFile("env-disclosure-rejects", null);
        boolean lines = ndjson || received.mapped() != null;
        try {
            if (received.rejectedByTheService() > 0) {
                download(received.receipt(), lines ? "ndjson" : "csv", service, retries, download);
            }
            copy(label, download, received.mapped());
        } catch (NoAnswer none) {
            throw new IOException(none.getMessage(), none);
        } finally {
            Files.deleteIfExists(download);
        }
    }

    private static void download(Receipt receipt, String format, Service service, RetryPolicy retries, Path file) throws IOException, NoAnswer {
        for (int retry = 1;; retry++) {
            Reply answer = service.download(path(receipt), Map.of("format", format), file);
            if (answer.status() == 200) {
                return;
            }
            Optional<Duration> pause = retries.pauseBefore(retry, new Outcome.Refused(answer));
            if (pause.isEmpty() || !RetryPolicy.slept(pause.get())) {
                throw new IOException("the service answered %d when asked for the rejected rows".formatted(answer.status()));
            }
        }
    }

    private void copy(String label, Path download, @Nullable MappedImport mapped) throws IOException {
        if (mapped != null) {
            mapped.eachRejected(download, row -> write(label, row));
        } else if (ndjson) {
            copyLines(label, download);
        } else {
            copyRecords(label, download);
        }
        csv.flush();
        writer.flush();
    }

    private void copyLines(String label, Path download) throws IOException {
        String first = "{" + Reply.JSON.writeValueAsString(FILE_COLUMN) + ":" + Reply.JSON.writeValueAsString(label) + ",";
        try (BufferedReader lines = Files.newBufferedReader(download)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("{")) {
                    writer.write(first + line.substring(1) + "\n");
                }
            }
        }
    }

    // read and written again, as a raw row may hold quotes and line breaks
    private void copyRecords(String label, Path download) throws IOException {
        boolean header = true;
        try (CsvReader<CsvRecord> records = CsvReader.builder().allowExtraFields(true).allowMissingFields(true).ofCsvRecord(download)) {
            for (CsvRecord each : records) {
                if (!header || !headerWritten) {
                    List<String> cells = new ArrayList<>(each.getFields());
                    cells.add(0, header ? FILE_COLUMN : cell(label));
                    csv.writeRecord(cells);
                }
                header = false;
                headerWritten = true;
            }
        }
    }

    private void write(String label, Reject row) throws IOException {
        if (ndjson) {
            writer.write(Reply.JSON.createObjectNode().put(FILE_COLUMN, label)
                    .put("line", Long.parseLong(row.line())).put("reason", row.reason()).put("raw", row.raw()) + "\n");
            return;
        }
        if (!headerWritten) {
            csv.writeRecord(FILE_COLUMN, "line", "reason", "raw");
            headerWritten = true;
        }
        csv.writeRecord(cell(label), row.line(), row.reason(), cell(row.raw()));
    }

    // a spreadsheet would run text that begins so; the service has defused its own columns
    private static String cell(String text) {
        return text.matches("(?s)[=+@\t\r-].*") ? "'" + text : text;
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }

    @Override
    public String toString() {
        return Printable.line(path.toString());
    }
}
