package org.envdisclosure.water.rules.assessment;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import org.envdisclosure.water.rules.WaterItem;

/**
 * How many sections of a river or basin an item is above class III in (断面超标率).
 *
 * @param exceeding sections where it is
 * @param sections  all that have a class, also those where the item was not evaluated
 * @param share     percent with one decimal
 */
public record ExceedingShare(WaterItem item, int exceeding, int sections, BigDecimal share) {

    /** The greatest share first; equal ones as in table 1. */
    static List<ExceedingShare> of(Collection<SectionAssessment> sections) {
        return Arrays.stream(WaterItem.values())
                .map(item -> of(item, sections))
                .filter(share -> share.exceeding > 0)
                .sorted(Comparator.comparingInt(ExceedingShare::exceeding).reversed().thenComparing(share -> share.item.tableNumber()))
                .toList();
    }

    private static ExceedingShare of(WaterItem item, Collection<SectionAssessment> sections) {
        int exceeding = (int) sections.stream().filter(section -> section.exceedsClassThree(item)).count();
        BigDecimal share = Percent.of(exceeding, sections.size());
        return new ExceedingShare(item, exceeding, sections.size(), share == null ? BigDecimal.ZERO : share);
    }
}
