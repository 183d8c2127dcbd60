package org.envdisclosure.cli;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.envdisclosure.cli.Receipt.Reject;
import org.envdisclosure.cli.mapping.MappedRow;
import org.envdisclosure.cli.mapping.MappedRows;
import org.envdisclosure.cli.mapping.Mapping;

/** One sending of one file through a mapping: what was refused on the way, and where in the file each sent row came from. */
final class MappedImport implements Closeable {

    /** The word of the service for a row that was good itself and came in a batch that was not. */
    private static final String BATCH_REFUSED = "batch_refused";
    static final String NDJSON = RowFormat.NDJSON.mediaType();

    private final Mapping mapping;
    private final MappingRejects rejects;
    private final LineTable lines;

    /** @throws IOException when there is no place for temporary files */
    MappedImport(Mapping mapping) throws IOException {
        this.mapping = mapping;
        this.rejects = new MappingRejects();
        this.lines = new LineTable();
    }

    /** What is sent in place of the file, made while the connection takes it. */
    Upload upload(Upload file) {
        return new Upload(new CountedStream(new MappedBody(mapping, file, lines, rejects), CountedStream.UNKNOWN), file.bytes(), false, NDJSON);
    }

    /** Whether the mapping takes every record; read to the first that it does not. */
    static boolean takesAll(Mapping mapping, Upload file) throws IOException {
        try (MappedRows rows = MappedBody.rows(mapping, file)) {
            MappedRow row = rows.next();
            while (row instanceof MappedRow.Taken) {
                row = rows.next();
            }
            return row == null;
        }
    }

    /** Of a file that is taken whole or not at all, and of which a record is bad: nothing is sent, and every record is rejected. */
    Receipt refuseAll(Upload file) throws IOException {
        try (MappedRows rows = MappedBody.rows(mapping, file)) {
            for (MappedRow row = rows.next(); row != null; row = rows.next()) {
                rejects.add(row, row instanceof MappedRow.Refused refused ? refused.reason() : BATCH_REFUSED);
            }
        }
        return new Receipt("none", rejects.count(), 0, 0, 0, rejects.count(), rejects.first(), Map.of());
    }

    /** The service's receipt with what never reached it, and with the lines of the file. */
    Receipt receipt(Receipt ofTheService) throws IOException {
        List<Reject> shown = new ArrayList<>(rejects.first());
        for (Reject each : ofTheService.rejects()) {
            shown.add(ofTheFile(each));
        }
        return new Receipt(ofTheService.batchId(), ofTheService.received() + rejects.count(), ofTheService.inserted(), ofTheService.unchanged(),
                ofTheService.corrected(), ofTheService.rejected() + rejects.count(), shown, ofTheService.others());
    }

    /** How many of the rejected rows the service never saw. */
    long neverSent() {
        return rejects.count();
    }

    /**
     * All rows that are not in: what the mapping could not take, in the order of the file, then what the service did not.
     *
     * @param kept what the service keeps of them, NDJSON; empty when it has seen none
     */
    void eachRejected(Path kept, MappingRejects.Sink sink) throws IOException {
        rejects.each(sink);
        try (BufferedReader download = Files.newBufferedReader(kept)) {
            for (String line = download.readLine(); line != null; line = download.readLine()) {
                if (line.startsWith("{")) {
                    JsonNode row = Reply.JSON.readTree(line);
                    sink.row(ofTheFile(new Reject(row.path("line").asText("0"), row.path("reason").asText(), row.path("raw").asText())));
                }
            }
        }
    }

    /** A row the service rejected, with the line of the file in place of the line that was sent. */
    private Reject ofTheFile(Reject sent) throws IOException {
        return new Reject(lines.original(sent.line()), sent.reason(), sent.raw());
    }

    /** Deletes the temporary files. */
    @Override
    public void close() {
        lines.close();
        rejects.close();
    }
}
