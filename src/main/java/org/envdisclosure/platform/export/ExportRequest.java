package org.envdisclosure.platform.export;

import java.util.List;
import java.util.Optional;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.dataset.Format;
import org.envdisclosure.platform.sql.Sql;

/**
 * What to stream.
 *
 * @param columns what the rows of each part hold, in order
 * @param parts   the stretches of the rows; pieces only for {@link Format#CSV}
 * @param format  {@link Format#CSV} or {@link Format#NDJSON}
 * @param bom     whether a CSV begins with the UTF-8 byte order mark, for Excel; ignored for NDJSON
 * @param coding  of the bytes, one member or frame; the caller sets {@code Content-Encoding}
 */
public record ExportRequest(List<Column> columns, List<ExportPart> parts, Format format, boolean bom, Coding coding) {

    public ExportRequest {
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("an export needs a column");
        }
        if (!format.isStreamed()) {
            throw new IllegalArgumentException(format + " is not a streamed format");
        }
        if (format != Format.CSV && parts.stream().anyMatch(DeflatedPiece.class::isInstance)) {
            throw new IllegalArgumentException("pieces are CSV, not " + format);
        }
        columns = List.copyOf(columns);
        parts = List.copyOf(parts);
    }

    /**
     * Everything from the database.
     *
     * @param select yields exactly {@code columns}, by name and type, in a total order; no semicolon at its end
     */
    public ExportRequest(List<Column> columns, Sql select, Format format, boolean bom, Coding coding) {
        this(columns, List.of(new ExportPart.Rows(select)), format, bom, coding);
    }

    RowFormat rowFormat() {
        return format == Format.CSV ? new CsvRowFormat(columns, bom) : new NdjsonRowFormat(columns);
    }

    /** The first select; the others yield the same columns. */
    Optional<Sql> anySelect() {
        return parts.stream().filter(ExportPart.Rows.class::isInstance).map(part -> ((ExportPart.Rows) part).select()).findFirst();
    }

    /** How many parts there are up to the last that needs the database. */
    int partsWithDatabase() {
        for (int i = parts.size(); i > 0; i--) {
            if (parts.get(i - 1) instanceof ExportPart.Rows) {
                return i;
            }
        }
        return 0;
    }
}
