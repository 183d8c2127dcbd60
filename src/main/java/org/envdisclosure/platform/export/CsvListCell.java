package org.envdisclosure.platform.export;

/** A list of codes in CSV, joined by {@code ;}; an empty list is an empty cell. */
final class CsvListCell implements Cell {

    private final CodeList items = new CodeList();

    @Override
    public void print(byte[] from, int at, int length, RowBuffer out) {
        int start = out.length();
        items.read(from, at, length);
        boolean further = false;
        while (items.nextItem()) {
            if (further) {
                out.put(';');
            }
            out.put(from, items.at(), items.length());
            further = true;
        }
        CsvQuotes.close(out, start);
    }
}
