package org.envdisclosure.platform.export;

/** How rows look as bytes. Belongs to one export. */
sealed interface RowFormat permits CsvRowFormat, NdjsonRowFormat {

    /** Prints what stands before the first row. */
    void head(RowBuffer out);

    /** Prints the tuple the reader stands on, and its line break. */
    void row(CopyTuple tuple, RowBuffer out);
}
