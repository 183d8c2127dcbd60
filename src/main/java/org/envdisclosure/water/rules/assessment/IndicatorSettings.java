package org.envdisclosure.water.rules.assessment;

import java.util.Set;

import org.envdisclosure.water.rules.WaterItem;

/**
 * What 22号 leaves open about main pollution indicators: this service's settings, not the rule's text.
 *
 * @param first                items that come before all others when they exceed. The rule names 氰化物或铅、铬等重金属; which metals
 *                             the 等 includes it does not say: here lead, chromium, cadmium, mercury and arsenic
 * @param withoutMultipleFirst where pH and dissolved oxygen, which have no multiple, stand among items of the same class: before or
 *                             behind those that have one
 * @param multipleDigits       decimals of a multiple, as in 高锰酸盐指数(1.2); a multiple that would be 0 keeps one significant digit
 */
public record IndicatorSettings(Set<WaterItem> first, boolean withoutMultipleFirst, int multipleDigits) {

    /** Those the rule names itself. */
    public static final Set<WaterItem> NAMED_FIRST = Set.of(WaterItem.CYANIDE, WaterItem.LEAD, WaterItem.CHROMIUM_6);

    public static final IndicatorSettings USUAL = new IndicatorSettings(Set.of(WaterItem.CYANIDE, WaterItem.LEAD,
            WaterItem.CHROMIUM_6, WaterItem.CADMIUM, WaterItem.MERCURY, WaterItem.ARSENIC), false, 1);

    public IndicatorSettings {
        first = Set.copyOf(first);
    }
}
