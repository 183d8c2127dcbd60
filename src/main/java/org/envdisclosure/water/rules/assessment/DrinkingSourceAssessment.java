package org.envdisclosure.water.rules.assessment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.envdisclosure.water.rules.WaterClass;
import org.envdisclosure.water.rules.WaterItem;
import org.envdisclosure.water.rules.WaterValues;

/**
 * One surface source of drinking water at one sampling. A detection limit above the limit leaves the item undetermined.
 *
 * @param compliance      of all items that count; what was not measured does not
 * @param exceeding       of table 1 above class III, then of tables 2 and 3 above their limits, the greatest multiple first: {@code tp(0.4)}
 * @param exceedingApart  evaluated apart and without effect on compliance: total nitrogen (not in rivers, which have no limit) and
 *                        fecal coliforms
 * @param undetermined    columns of the items that could not be judged
 * @param missingBasic    items of table 1 without a value
 */
public record DrinkingSourceAssessment(Compliance compliance, List<String> exceeding, List<String> exceedingApart,
        List<String> undetermined, List<WaterItem> missingBasic) {

    /**
     * @param basic  items of table 1; others are ignored
     * @param listed of tables 2 and 3
     */
    public static DrinkingSourceAssessment of(DrinkingSourceRule rule, Map<WaterItem, SampleValue> basic, Collection<ListedItem> listed) {
        List<WaterItem> measured = rule.basicItems().stream().filter(basic::containsKey).toList();
        List<WaterItem> judged = measured.stream().filter(item -> !isBlind(rule, item, basic)).toList();
        List<WaterItem> counting = judged.stream().filter(item -> !item.isReference()).toList();
        List<String> exceeding = Stream.concat(exceeding(rule, counting, basic).stream(), exceeding(rule, listed).stream()).toList();
        return new DrinkingSourceAssessment(compliance(measured, counting, listed, exceeding), exceeding,
                exceeding(rule, judged.stream().filter(WaterItem::isReference).toList(), basic),
                undetermined(measured, judged, listed),
                rule.basicItems().stream().filter(item -> !basic.containsKey(item)).toList());
    }

    /** One item that exceeds settles it, whatever could not be judged. */
    private static Compliance compliance(List<WaterItem> measured, List<WaterItem> counting, Collection<ListedItem> listed, List<String> exceeding) {
        if (!exceeding.isEmpty()) {
            return Compliance.EXCEEDED;
        }
        boolean nothing = counting.isEmpty() && listed.isEmpty();
        boolean open = measured.stream().filter(item -> !item.isReference()).count() > counting.size()
                || listed.stream().anyMatch(item -> item.compliance() == Compliance.UNDETERMINED);
        return nothing || open ? Compliance.UNDETERMINED : Compliance.MET;
    }

    private static List<String> undetermined(List<WaterItem> measured, List<WaterItem> judged, Collection<ListedItem> listed) {
        return Stream.concat(measured.stream().filter(item -> !judged.contains(item)).map(WaterItem::column),
                listed.stream().filter(item -> item.compliance() == Compliance.UNDETERMINED).map(ListedItem::column)).toList();
    }

    /** Items without a limit (water temperature, nitrogen of rivers) and those without a multiple are never blind. */
    private static boolean isBlind(DrinkingSourceRule rule, WaterItem item, Map<WaterItem, SampleValue> basic) {
        BigDecimal limit = rule.classRule().standard().limit(item, rule.classRule().waterbody(), WaterClass.III);
        return limit != null && item.hasMultiple() && basic.get(item).isBlindAt(limit);
    }

    private static List<String> exceeding(DrinkingSourceRule rule, List<WaterItem> items, Map<WaterItem, SampleValue> basic) {
        Map<WaterItem, BigDecimal> values = new EnumMap<>(WaterItem.class);
        items.forEach(item -> values.put(item, rule.rounding().round(item, basic.get(item).counted())));
        WaterValues judged = new WaterValues(values);
        return Exceedance.of(rule.classRule(), judged, rule.classRule().classes(items, judged), WaterClass.III, rule.indicators()).stream()
                .map(each -> each.rounded(rule.indicators()).wire()).toList();
    }

    private static List<String> exceeding(DrinkingSourceRule rule, Collection<ListedItem> listed) {
        return listed.stream().filter(item -> item.compliance() == Compliance.EXCEEDED)
                .sorted((one, other) -> multiple(other).compareTo(multiple(one)))
                .map(item -> "%s(%s)".formatted(item.column(), EvaluationRounding.keepingOneDigit(multiple(item),
                        rule.indicators().multipleDigits()).toPlainString()))
                .toList();
    }

    private static BigDecimal multiple(ListedItem item) {
        return item.value().counted().subtract(item.limit()).divide(item.limit(), MathContext.DECIMAL128);
    }
}
