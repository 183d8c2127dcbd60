package org.envdisclosure.platform.dataset;

import java.util.List;
import org.envdisclosure.platform.measure.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * One column of a dataset, declared once: its name is the SQL column, the JSON field, the CSV header and the query word.
 *
 * @param name        snake_case, fixed by the public contract
 * @param type        what it holds
 * @param unit        unit as printed, such as {@code µg/m³}; null where a unit makes no sense
 * @param description what it means
 * @param source      the standard and clause it follows; null where none does
 * @param words       the closed list of values, empty where the list is open
 * @param example     a value as it looks in JSON, used in the API document; null where the type says enough
 * @param members     what each object of {@link ColumnType#RECORDS} has, in order; empty for every other type
 */
public record Column(String name, ColumnType type, @Nullable String unit, LocalizedText description,
                     @Nullable String source, List<String> words, @Nullable Object example, List<Column> members) {

    public static Column code(String name, String zh, String en) {
        return of(name, ColumnType.CODE, zh, en);
    }

    public static Column text(String name, String zh, String en) {
        return of(name, ColumnType.TEXT, zh, en);
    }

    public static Column decimal(String name, String unit, String zh, String en) {
        return of(name, ColumnType.DECIMAL, zh, en).withUnit(unit);
    }

    public static Column integer(String name, String zh, String en) {
        return of(name, ColumnType.INTEGER, zh, en);
    }

    public static Column flag(String name, String zh, String en) {
        return of(name, ColumnType.BOOLEAN, zh, en);
    }

    public static Column instant(String name, String zh, String en) {
        return of(name, ColumnType.INSTANT, zh, en);
    }

    public static Column date(String name, String zh, String en) {
        return of(name, ColumnType.DATE, zh, en);
    }

    public static Column codes(String name, String zh, String en) {
        return of(name, ColumnType.CODE_LIST, zh, en);
    }

    /**
     * A list of objects, read from SQL {@code json} or {@code jsonb} that is an array, empty where there are none and never NULL.
     *
     * @param members of each object, none of them a list
     */
    public static Column records(String name, String zh, String en, List<Column> members) {
        return new Column(name, ColumnType.RECORDS, null, LocalizedText.of(zh, en), null, List.of(), null, List.copyOf(members));
    }

    private static Column of(String name, ColumnType type, String zh, String en) {
        return new Column(name, type, null, LocalizedText.of(zh, en), null, List.of(), null, List.of());
    }

    public Column withUnit(String unit) {
        return new Column(name, type, unit, description, source, words, example, members);
    }

    /** The standard and clause the column follows. */
    public Column by(String source) {
        return new Column(name, type, unit, description, source, words, example, members);
    }

    public Column oneOf(String... words) {
        return new Column(name, type, unit, description, source, List.of(words), example, members);
    }

    /** @param example null where the row of the examples has no value */
    public Column like(@Nullable Object example) {
        return new Column(name, type, unit, description, source, words, example, members);
    }
}
