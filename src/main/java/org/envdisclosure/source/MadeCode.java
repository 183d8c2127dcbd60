package org.envdisclosure.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.envdisclosure.platform.dataset.Filters;
import org.envdisclosure.platform.entry.Cells;
import org.jspecify.annotations.Nullable;

/**
 * A code that is made of others, joined by dots, such as {@code source_id.outlet_code}. An entry may give the code, or its parts, or both;
 * only the first part may itself hold dots.
 *
 * @param column of the code
 * @param parts  columns of what it is made of
 */
record MadeCode(String column, List<String> parts) {

    static final MadeCode OUTLET = new MadeCode("outlet_id", List.of("source_id", "outlet_code"));
    static final MadeCode LIMIT = new MadeCode("limit_id", List.of("source_id", "outlet_code", "factor_code", "averaging"));

    /** Of an entry: the code, or all its parts. */
    List<List<String>> needed() {
        return List.of(List.of(column), parts);
    }

    /**
     * The values of the parts, in order.
     *
     * @throws Cells.Refused with {@code missing_<part>}, or {@code bad_<column>} when the code is not made of the parts
     */
    List<String> partsOf(Cells cells) throws Cells.Refused {
        @Nullable String code = cells.code(column);
        List<String> split = code == null ? List.of() : split(code);
        List<String> values = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            @Nullable String said = cells.code(parts.get(i));
            if (said == null && split.isEmpty()) {
                throw new Cells.Refused("missing_" + parts.get(i));
            }
            values.add(said != null ? said : split.get(i));
        }
        if (code != null && !code.equals(String.join(".", values))) {
            throw new Cells.Refused("bad_" + column);
        }
        return values;
    }

    /** @throws Cells.Refused also with {@code <column>_too_long} */
    String of(Cells cells) throws Cells.Refused {
        String code = String.join(".", partsOf(cells));
        if (!Filters.CODE.matcher(code).matches()) {
            throw new Cells.Refused(column + "_too_long");
        }
        return code;
    }

    /** The first part of a code; empty where it is not made of all of them. */
    String firstOf(String code) {
        List<String> words = Arrays.asList(code.split("\\.", -1));
        return String.join(".", words.subList(0, Math.max(0, words.size() - parts.size() + 1)));
    }

    private List<String> split(String code) throws Cells.Refused {
        List<String> words = Arrays.asList(code.split("\\.", -1));
        if (words.size() < parts.size()) {
            throw new Cells.Refused("bad_" + column);
        }
        List<String> split = new ArrayList<>(List.of(firstOf(code)));
        split.addAll(words.subList(words.size() - parts.size() + 1, words.size()));
        return split;
    }
}
