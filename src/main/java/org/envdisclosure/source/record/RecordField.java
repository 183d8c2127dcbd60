package org.envdisclosure.source.record;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.envdisclosure.platform.dataset.Column;
import org.envdisclosure.platform.entry.Cells;
import org.envdisclosure.platform.measure.LocalizedText;
import org.envdisclosure.source.rules.privacy.FieldClass;
import org.jspecify.annotations.Nullable;

/**
 * A field of the input, declared once: what it is, which kinds have it, what may become of it.
 *
 * @param column  as readers get it; of what is never published only its name counts
 * @param privacy what may become of it
 * @param kinds   of records that have it
 * @param reading how its cell is read
 */
record RecordField(Column column, FieldClass privacy, Set<RecordKind> kinds, Reading reading) {

    /** Reads a cell; null where nothing is given. */
    @FunctionalInterface
    interface Reading {
        @Nullable Object of(Cells cells, String name) throws Cells.Refused;
    }

    static RecordField open(Column column, Reading reading) {
        return new RecordField(column, FieldClass.OPEN, EnumSet.allOf(RecordKind.class), reading);
    }

    static RecordField scanned(Column column, Reading reading) {
        return new RecordField(column, FieldClass.SCANNED, EnumSet.allOf(RecordKind.class), reading);
    }

    /** Text of a person that nobody reads but the bureau. */
    static RecordField never(String name, RecordKind first, RecordKind... more) {
        return new RecordField(Column.text(name, "不公开", "Never published"), FieldClass.NEVER, EnumSet.of(first, more), TextReading.of(500));
    }

    RecordField as(FieldClass declared) {
        return new RecordField(column, declared, kinds, reading);
    }

    /** The same for records of these kinds alone; the column says so. */
    RecordField only(RecordKind first, RecordKind... more) {
        Set<RecordKind> these = EnumSet.of(first, more);
        String zh = these.stream().map(kind -> kind.title().zh()).collect(Collectors.joining("、"));
        String en = these.stream().map(RecordKind::wire).collect(Collectors.joining(", "));
        Column told = new Column(column.name(), column.type(), column.unit(),
                LocalizedText.of(column.description().zh() + "（" + zh + "）", column.description().en() + " (" + en + ")"),
                column.source(), column.words(), column.example(), column.members());
        return new RecordField(told, privacy, these, reading);
    }

    String name() {
        return column.name();
    }

    boolean isPublic() {
        return privacy != FieldClass.NEVER;
    }

    boolean isList() {
        return column.type().sqlType().equals("text[]");
    }

    /** A value as one text: of a list its entries one a line. */
    static String text(Object value) {
        if (value instanceof Collection<?> entries) {
            return entries.stream().map(String::valueOf).collect(Collectors.joining("\n"));
        }
        return value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : value.toString();
    }

    /** The other way round, for what was shown of a text. */
    Object value(String text) {
        return isList() ? List.of(text.split("\n")) : text;
    }
}
