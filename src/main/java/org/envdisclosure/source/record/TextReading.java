package org.envdisclosure.source.record;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.envdisclosure.platform.entry.Cells;
import org.envdisclosure.platform.measure.ValueRange;
import org.jspecify.annotations.Nullable;

/** How cells of records are read. */
final class TextReading {

    private static final int LONGEST_ENTRY = 200;
    private static final int MOST_ENTRIES = 500;
    private static final ValueRange AMOUNT = ValueRange.of("0", "999999999999");
    /** A list has no quotes around its entries in CSV, so an entry must be none that a spreadsheet would run. */
    private static final Pattern ENTRY = Pattern.compile("[^=+\\-@;\\p{Cntrl}][^;\\p{Cntrl}]*");

    private TextReading() {
    }

    static RecordField.Reading of(int longest) {
        return (cells, name) -> cells.text(name, longest);
    }

    static RecordField.Reading lines(int longest) {
        return (cells, name) -> cells.lines(name, longest);
    }

    static RecordField.Reading word(List<String> allowed) {
        return (cells, name) -> cells.word(name, allowed);
    }

    static RecordField.Reading amount() {
        return (cells, name) -> cells.number(name, AMOUNT);
    }

    /** A code with a form of its own. */
    static RecordField.Reading matching(Pattern form) {
        return (cells, name) -> {
            String text = cells.text(name, LONGEST_ENTRY);
            if (text != null && !form.matcher(text).matches()) {
                throw new Cells.Refused("bad_" + name);
            }
            return text;
        };
    }

    /** Words of a closed list; none given is no list. */
    static RecordField.Reading words(List<String> allowed) {
        return (cells, name) -> checked(name, cells.list(name), entry -> allowed.contains(entry));
    }

    static RecordField.Reading entries() {
        return (cells, name) -> checked(name, cells.list(name), entry -> entry.length() <= LONGEST_ENTRY && ENTRY.matcher(entry).matches());
    }

    private static @Nullable List<String> checked(String name, @Nullable List<String> given, Predicate<String> good) throws Cells.Refused {
        if (given == null || given.isEmpty()) {
            return null;
        }
        List<String> entries = given.stream().map(entry -> entry == null ? "" : entry.strip()).toList();
        if (entries.size() > MOST_ENTRIES || !entries.stream().allMatch(good)) {
            throw new Cells.Refused("bad_" + name);
        }
        return entries;
    }
}
