package org.envdisclosure.platform.export;

/** Text in CSV. Empty text is {@code ""}, so that it differs from no value. */
final class CsvTextCell implements Cell {

    private final boolean defused;

    /** @param defused whether text a spreadsheet would run as a formula gets {@code '} in front */
    CsvTextCell(boolean defused) {
        this.defused = defused;
    }

    @Override
    public void print(byte[] from, int at, int length, RowBuffer out) {
        if (length == 0) {
            out.put('"');
            out.put('"');
            return;
        }
        int start = out.length();
        if (defused && startsFormula(from[at])) {
            out.put('\'');
        }
        out.put(from, at, length);
        CsvQuotes.close(out, start);
    }

    private static boolean startsFormula(byte first) {
        return first == '=' || first == '+' || first == '-' || first == '@' || first == '\t' || first == '\r';
    }
}
