package org.envdisclosure.water.rules;

import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The class of one reading: the worst of pH, dissolved oxygen, CODMn, NH3-N and TP, judged on the values as received, unrounded.
 *
 * @param standard           by whose limits
 * @param waterClass         null with {@code missing}
 * @param limitingParameters the items of that class, when it is worse than I: nothing limits the best class. In the items' order
 * @param missing            which of the five have no valid value; empty when there is a class
 */
public record ReadingClass(Gb3838 standard, @Nullable WaterClass waterClass, List<WaterItem> limitingParameters, List<WaterItem> missing) {

    /** The five; all must be there. */
    public static final List<WaterItem> NEEDED = List.of(
            WaterItem.PH, WaterItem.DISSOLVED_OXYGEN, WaterItem.CODMN, WaterItem.NH3N, WaterItem.TP);

    public ReadingClass {
        limitingParameters = List.copyOf(limitingParameters);
        missing = List.copyOf(missing);
    }

    /**
     * Never throws: a negative value counts as missing. A value below detection is judged by the detection limit that stands for it,
     * so that the class is never better than the water.
     */
    public static ReadingClass of(ClassRule rule, WaterValues values) {
        Map<WaterItem, WaterClass> classes = rule.classes(NEEDED, values);
        if (classes.size() < NEEDED.size()) {
            return new ReadingClass(rule.standard(), null, List.of(),
                    NEEDED.stream().filter(item -> !classes.containsKey(item)).toList());
        }
        WaterClass worst = Collections.max(classes.values());
        List<WaterItem> limiting = worst == WaterClass.I ? List.of()
                : classes.keySet().stream().filter(item -> classes.get(item) == worst).toList();
        return new ReadingClass(rule.standard(), worst, limiting, List.of());
    }
}
