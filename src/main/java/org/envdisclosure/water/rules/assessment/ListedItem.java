package org.envdisclosure.water.rules.assessment;

import java.math.BigDecimal;

import org.envdisclosure.platform.measure.LocalizedText;
import org.envdisclosure.water.rules.SupplementaryItem;

/**
 * A measured item with a single limit: of table 2, or of the 80 specific ones of table 3, whose limits the caller brings.
 *
 * @param column snake_case name
 * @param limit  in the value's unit; a value equal to it meets it
 */
public record ListedItem(String column, LocalizedText title, BigDecimal limit, SampleValue value) {

    public static ListedItem of(SupplementaryItem item, SampleValue value) {
        return new ListedItem(item.column(), item.title(), item.limit(), value);
    }

    Compliance compliance() {
        if (value.isBlindAt(limit)) {
            return Compliance.UNDETERMINED;
        }
        return value.counted().compareTo(limit) > 0 ? Compliance.EXCEEDED : Compliance.MET;
    }
}
