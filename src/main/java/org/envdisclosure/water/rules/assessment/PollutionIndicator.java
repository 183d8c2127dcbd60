package org.envdisclosure.water.rules.assessment;

import java.math.BigDecimal;

import org.envdisclosure.platform.measure.LocalizedText;
import org.envdisclosure.water.rules.WaterClass;
import org.envdisclosure.water.rules.WaterItem;
import org.jspecify.annotations.Nullable;

/**
 * An item above the limit it was held against, with its multiple.
 *
 * @param itemClass the class of the item by itself
 * @param multiple  (C - S) / S, rounded (超标倍数); null for pH and dissolved oxygen, which have none
 */
public record PollutionIndicator(WaterItem item, WaterClass itemClass, @Nullable BigDecimal multiple) {

    /** {@code codmn(1.2)}, {@code dissolved_oxygen}. */
    public String wire() {
        return withMultiple(item.column());
    }

    /** {@code 高锰酸盐指数(1.2)}, as 22号 prints it. */
    public LocalizedText text() {
        return LocalizedText.of(withMultiple(item.title().zh()), withMultiple(item.title().en()));
    }

    private String withMultiple(String name) {
        return multiple == null ? name : "%s(%s)".formatted(name, multiple.toPlainString());
    }
}
