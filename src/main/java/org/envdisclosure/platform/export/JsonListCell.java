package org.envdisclosure.platform.export;

/** A list of codes as a JSON array of strings. */
final class JsonListCell implements Cell {

    private final CodeList items = new CodeList();

    @Override
    public void print(byte[] from, int at, int length, RowBuffer out) {
        items.read(from, at, length);
        char before = '[';
        while (items.nextItem()) {
            out.put(before);
            JsonTextCell.string(from, items.at(), items.length(), out);
            before = ',';
        }
        if (before == '[') {
            out.put('[');
        }
        out.put(']');
    }
}
