package org.envdisclosure.platform.export;

import java.util.List;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.dataset.Format;
import org.envdisclosure.platform.sql.Sql;

/**
 * What to stream.
 *
 * @param columns what {@code select} yields, in its order
 * @param select  SQL that yields exactly {@code columns}, by name and type, in a total order; no semicolon at its end
 * @param format  {@link Format#CSV} or {@link Format#NDJSON}
 * @param bom     whether a CSV begins with the UTF-8 byte order mark, for Excel; ignored for NDJSON
 * @param gzip    whether the bytes are one gzip member; the caller sets {@code Content-Encoding}
 */
public record ExportRequest(List<Column> columns, Sql select, Format format, boolean bom, boolean gzip) {

    public ExportRequest {
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("an export needs a column");
        }
        if (!format.isStreamed()) {
            throw new IllegalArgumentException(format + " is not a streamed format");
        }
        columns = List.copyOf(columns);
    }

    RowFormat rowFormat() {
        return format == Format.CSV ? new CsvRowFormat(columns, bom) : new NdjsonRowFormat(columns);
    }
}
