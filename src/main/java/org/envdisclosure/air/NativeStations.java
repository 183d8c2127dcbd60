package org.envdisclosure.air;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.envdisclosure.platform.ingest.BrokenFraming;
import org.envdisclosure.platform.ingest.FieldNames;
import org.envdisclosure.platform.ingest.LayoutReader;
import org.envdisclosure.platform.ingest.RawRecord;
import org.envdisclosure.platform.ingest.RowSink;
import org.envdisclosure.platform.measure.LocalizedText;

/** The contract's columns of a station. */
final class NativeStations implements LayoutReader<StationRow> {

    private static final Set<String> KNOWN = new HashSet<>(AirColumns.names(AirColumns.station()));

    private final StationCells cells;

    NativeStations(StationCells cells) {
        this.cells = cells;
    }

    @Override
    public void header(FieldNames header, RowSink<StationRow> sink) throws BrokenFraming {
        if (header.indexOf("station_code") < 0 || header.indexOf("name") < 0) {
            throw new BrokenFraming("missing_column", LocalizedText.of("表头须有 station_code 与 name", "the header needs station_code and name"));
        }
        header.requireOnce();
        Optional<String> unknown = unknown(header);
        if (unknown.isPresent()) {
            throw new BrokenFraming("unknown_column", LocalizedText.of("表头含有未知列 " + unknown.get(), "the header names an unknown column " + unknown.get()));
        }
    }

    private static Optional<String> unknown(FieldNames names) {
        return names.asList().stream().filter(name -> !KNOWN.contains(name)).findFirst();
    }

    @Override
    public void record(RawRecord record, RowSink<StationRow> sink) {
        if (unknown(record.names()).isPresent()) {
            sink.rejected(record.line(), "unknown_field", record.raw());
            return;
        }
        try {
            sink.parsed(record.line(), cells.row(record::value), record.raw());
        } catch (StationCells.Refused refused) {
            sink.rejected(record.line(), String.valueOf(refused.getMessage()), record.raw());
        }
    }

    @Override
    public void end(RowSink<StationRow> sink) {
        // every record is a row of its own
    }
}
