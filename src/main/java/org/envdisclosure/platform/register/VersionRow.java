package org.envdisclosure.platform.register;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.envdisclosure.platform.ingest.StoredTable;
import org.envdisclosure.platform.sql.CopyText;
import org.jspecify.annotations.Nullable;

/**
 * One version of an entry as received.
 *
 * @param values by column, all but code and validity: text, decimal, whole number, truth, date or list of texts; an absent one is null
 */
public record VersionRow(String code, LocalDate validFrom, @Nullable LocalDate validTo, Map<String, Object> values) {

    /** The values that are there, by column. */
    public static Map<String, Object> present(Map<String, @Nullable Object> values) {
        Map<String, Object> present = new LinkedHashMap<>();
        values.forEach((column, value) -> {
            if (value != null) {
                present.put(column, value);
            }
        });
        return present;
    }

    /** Whether it is in force on no day. */
    boolean isNeverInForce() {
        return validFrom.equals(validTo);
    }

    VersionRow endingOn(@Nullable LocalDate end) {
        return new VersionRow(code, validFrom, end, values);
    }

    /** Whether both say the same; numbers numerically, 109.0 is 109. */
    static boolean same(Map<String, Object> one, Map<String, Object> other) {
        return one.keySet().equals(other.keySet())
                && one.entrySet().stream().allMatch(entry -> same(entry.getValue(), other.get(entry.getKey())));
    }

    private static boolean same(Object left, @Nullable Object right) {
        return left instanceof BigDecimal number && right instanceof BigDecimal other ? number.compareTo(other) == 0 : left.equals(right);
    }

    /** Writes the staged columns of the register's table. */
    void write(StoredTable table, CopyText out) {
        out.text(code).text(validFrom.toString());
        for (StoredTable.Field field : table.received()) {
            if (field.name().equals(Register.VALID_TO)) {
                out.text(validTo == null ? null : validTo.toString());
            } else {
                write(values.get(field.name()), out);
            }
        }
    }

    private static void write(@Nullable Object value, CopyText out) {
        if (value instanceof BigDecimal number) {
            out.number(number);
        } else if (value instanceof Boolean truth) {
            out.bool(truth);
        } else if (value instanceof List<?> list) {
            out.texts(texts(list));
        } else {
            out.text(value == null ? null : value.toString());
        }
    }

    private static List<String> texts(List<?> list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(String.valueOf(item)));
        return texts;
    }
}
