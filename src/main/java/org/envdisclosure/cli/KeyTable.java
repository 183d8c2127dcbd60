package org.envdisclosure.cli;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/** API keys in columns that stand straight also where a name is Chinese, whose characters are two columns wide. */
final class KeyTable {

    private static final List<String> COLUMNS = List.of("id", "name", "role", "prefix", "created_at", "last_used_at", "revoked_at");
    private static final String EMPTY = "-";

    private KeyTable() {
    }

    /** A header line, then one line a key. */
    static List<String> lines(List<JsonNode> keys) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(COLUMNS.stream().map(name -> name.toUpperCase(Locale.ROOT)).toList());
        keys.forEach(key -> rows.add(COLUMNS.stream().map(column -> cell(key, column)).toList()));
        int[] widths = IntStream.range(0, COLUMNS.size())
                .map(column -> rows.stream().mapToInt(row -> width(row.get(column))).max().orElse(0))
                .toArray();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    static String cell(JsonNode key, String column) {
        String text = Printable.line(key.path(column).asText());
        return text.isEmpty() || key.path(column).isNull() ? EMPTY : text;
    }

    private static String line(List<String> row, int[] widths) {
        Stream<String> cells = IntStream.range(0, widths.length)
                .mapToObj(column -> row.get(column) + " ".repeat(widths[column] - width(row.get(column))));
        return String.join("  ", cells.toList()).stripTrailing();
    }

    private static int width(String text) {
        return text.codePoints().map(each -> isWide(each) ? 2 : 1).sum();
    }

    // ideographs, and the full-width punctuation that goes with them
    private static boolean isWide(int codePoint) {
        boolean fullWidth = codePoint >= 0x3000 && codePoint <= 0x303f || codePoint >= 0xff01 && codePoint <= 0xff60;
        return fullWidth || UnicodeScript.of(codePoint) == UnicodeScript.HAN;
    }
}
