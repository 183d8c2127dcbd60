package org.envdisclosure.cli.mapping;

import java.math.BigDecimal;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A decimal number in plain digits, with no more and no fewer than were written.
 *
 * @param grouping between the thousands, such as a comma; empty when there is none
 * @param factor   what it is multiplied by, to change its unit; null to leave it as it is
 */
record Numbered(String grouping, @Nullable BigDecimal factor) implements Step.OfEach {

    private static final Pattern PLAIN = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");

    @Override
    public String of(String value) throws Refusal {
        String plain = grouping.isEmpty() || !isGrouped(value) ? value : value.replace(grouping, "");
        if (!PLAIN.matcher(plain).matches()) {
            throw new Refusal("not_a_number");
        }
        BigDecimal number = new BigDecimal(plain);
        return (factor == null ? number : number.multiply(factor)).toPlainString();
    }

    private boolean isGrouped(String value) {
        return value.matches("[+-]?\\d{1,3}(" + Pattern.quote(grouping) + "\\d{3})+(\\.\\d*)?");
    }
}
