package org.envdisclosure.platform.export;

/** A list of codes as a JSON array of strings. */
final class JsonListCell implements Cell {

    private final TextArray items = new TextArray();

    @Override
    public void print(byte[] from, int at, int length, RowBuffer out) {
        items.read(from, at);
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
