package org.envdisclosure.platform.export;

import org.envdisclosure.platform.dataset.ColumnType;

/** Prints one binary field as it stands in a cell. Belongs to one export: it may remember what it printed last. */
interface Cell {

    /**
     * Prints the field, which is not NULL.
     *
     * @throws IllegalStateException for a value the wire has no form for, such as {@code NaN} or {@code infinity}
     */
    void print(byte[] from, int at, int length, RowBuffer out);

    static Cell csv(ColumnType type) {
        return switch (type) {
            case CODE -> new CsvTextCell(false);
            case TEXT -> new CsvTextCell(true);
            case DECIMAL, INTEGER -> new NumberCell();
            case BOOLEAN -> new BooleanCell();
            case INSTANT -> new InstantCell();
            case DATE -> new DateCell();
            case CODE_LIST -> new CsvListCell();
            case RECORDS -> new CsvRecordsCell();
        };
    }

    static Cell json(ColumnType type) {
        return switch (type) {
            case CODE, TEXT -> new JsonTextCell();
            case DECIMAL, INTEGER -> new NumberCell();
            case BOOLEAN -> new BooleanCell();
            case INSTANT -> quoted(new InstantCell());
            case DATE -> quoted(new DateCell());
            case CODE_LIST -> new JsonListCell();
            case RECORDS -> new JsonRecordsCell();
        };
    }

    private static Cell quoted(Cell plain) {
        return (from, at, length, out) -> {
            out.put('"');
            plain.print(from, at, length, out);
            out.put('"');
        };
    }
}
