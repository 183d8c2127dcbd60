package org.envdisclosure.platform.export;

/** A list of objects in CSV: its JSON as the text of the cell; an empty list is an empty cell. */
final class CsvRecordsCell implements Cell {

    private static final int EMPTY_LIST = 2;

    private final Cell json = new JsonRecordsCell();

    @Override
    public void print(byte[] from, int at, int length, RowBuffer out) {
        int start = out.length();
        json.print(from, at, length, out);
        if (out.length() - start == EMPTY_LIST) {
            out.length(start);
        }
        CsvQuotes.close(out, start);
    }
}
