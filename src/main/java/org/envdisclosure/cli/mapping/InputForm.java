package org.envdisclosure.cli.mapping;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.Set;

/**
 * The form of the files a mapping is made for.
 *
 * @param delimiter between the cells of CSV
 * @param skipLines before the header of CSV: a title, a note
 */
record InputForm(Format format, Charset charset, char delimiter, int skipLines) {

    enum Format { CSV, JSON, NDJSON }

    /** @param used the names a CSV header must have */
    RecordInput open(InputStream bytes, Set<String> used) {
        Reader reader = new InputStreamReader(bytes, charset);
        return switch (format) {
            case CSV -> new CsvInput(reader, this, used);
            case JSON -> new JsonArrayInput(reader);
            case NDJSON -> new NdjsonInput(reader);
        };
    }
}
