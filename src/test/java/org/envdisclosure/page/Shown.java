package org.envdisclosure.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a page shows, by the API's own names for it, beside what it ought to show. */
final class Shown {

    static final String NOTHING = "—";

    private static final String ROWS = Script.of("rows.js").function();

    private Shown() {
    }

    /** Of each row the text by {@code data-field}, in the order shown; {@code key} is its {@code data-key}. */
    static List<Map<String, String>> rows(Page page, String selector) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (Object row : (List<?>) page.evaluate(ROWS, List.of(selector))) {
            Map<String, String> texts = new LinkedHashMap<>();
            ((Map<?, ?>) row).forEach((field, text) -> texts.put(String.valueOf(field), String.valueOf(text)));
            rows.add(texts);
        }
        return rows;
    }

    /** A number of the API as a reader has it: every digit, thousands set off; a dash where there is none. */
    static String number(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return NOTHING;
        }
        BigDecimal exact = value.decimalValue();
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMaximumFractionDigits(Math.max(0, exact.stripTrailingZeros().scale()));
        return format.format(exact);
    }

    /** {@code #00E400} as a computed style has it. */
    static String rgb(String color) {
        int value = Integer.parseInt(color.substring(1), 16);
        return "rgb(%d, %d, %d)".formatted(value >> 16, value >> 8 & 0xFF, value & 0xFF);
    }
}
