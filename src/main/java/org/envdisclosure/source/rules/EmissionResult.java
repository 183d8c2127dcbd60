package org.envdisclosure.source.rules;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One result of monitoring, as far as it is judged.
 *
 * @param factor         code of what was measured (HJ 212)
 * @param measured       as it was measured; below detection the detection limit, if it is known
 * @param corrected      to the reference oxygen, as the source gives it: it is never computed here
 * @param unit           of both
 * @param belowDetection whether no more is known than that it is less than the detection limit
 * @param detectionLimit null where it is not known
 * @param validity       what it counts for
 */
public record EmissionResult(String factor, @Nullable BigDecimal measured, @Nullable BigDecimal corrected, @Nullable String unit, boolean belowDetection,
                             @Nullable BigDecimal detectionLimit, ResultValidity validity) {

    /** pH by its code in HJ 212-2017, and by that of 2005. */
    private static final Set<String> PH = Set.of(Factor.PH, "001");

    boolean isThere() {
        return measured != null || corrected != null || belowDetection;
    }

    boolean isPh() {
        return PH.contains(factor);
    }

    /** What the limit is held against; of a result below detection the most it can be. */
    @Nullable BigDecimal judged(JudgedOn on) {
        if (on == JudgedOn.CORRECTED) {
            return corrected;
        }
        return belowDetection && detectionLimit != null ? detectionLimit : measured;
    }
}
