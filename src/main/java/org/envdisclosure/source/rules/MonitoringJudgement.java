package org.envdisclosure.source.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.envdisclosure.platform.measure.Flag;
import org.envdisclosure.platform.measure.FlagReason;
import org.jspecify.annotations.Nullable;

/**
 * How a result stands to the limit in force at its time.
 *
 * @param limit      null where nothing was found, no limit is in force, or the one in force has another unit
 * @param compliant  null where it cannot or must not be told
 * @param multiple   by how many times the limit the result exceeds it: (value - limit) / limit, rounded once, half to even, to two
 *                   places; null unless an upper limit is exceeded; pH has none
 * @param flags      why it cannot be told
 */
public record MonitoringJudgement(@Nullable EmissionLimit limit, @Nullable Boolean compliant, @Nullable BigDecimal multiple, List<Flag> flags) {

    private static final int PLACES = 2;

    /** Never throws. A value that equals the limit complies. */
    public static MonitoringJudgement of(EmissionResult result, @Nullable EmissionLimit inForce) {
        List<Flag> flags = new ArrayList<>();
        if (result.validity() == ResultValidity.EXCEPTIONAL) {
            flags.add(new Flag("compliant", FlagReason.EXCEPTIONAL_EVENT));
        }
        EmissionLimit limit = result.isThere() ? inForce : null;
        if (limit != null && !UnitText.same(limit.unit(), result.unit())) {
            flags.add(new Flag("unit", result.unit() == null ? FlagReason.MISSING : FlagReason.SUSPECT));
            limit = null;
        }
        if (limit == null || result.validity() != ResultValidity.VALID) {
            return new MonitoringJudgement(limit, null, null, List.copyOf(flags));
        }
        return judged(result, limit);
    }

    private static MonitoringJudgement judged(EmissionResult result, EmissionLimit limit) {
        BigDecimal value = result.judged(limit.judgedOn());
        if (value == null) {
            // below a detection limit that nobody told, nothing is missing but the limit
            boolean untold = result.belowDetection() && limit.judgedOn() == JudgedOn.MEASURED;
            Flag flag = new Flag(untold ? "compliant" : limit.judgedOn().column(), FlagReason.INSUFFICIENT);
            return new MonitoringJudgement(limit, null, null, List.of(flag));
        }
        Boolean compliant = result.belowDetection() ? belowDetection(value, limit) : compliant(value, limit);
        List<Flag> flags = compliant == null ? List.of(new Flag("compliant", FlagReason.INSUFFICIENT)) : List.of();
        return new MonitoringJudgement(limit, compliant, compliant == null || compliant || result.isPh() ? null : multiple(value, limit.high()), flags);
    }

    private static @Nullable Boolean compliant(BigDecimal value, EmissionLimit limit) {
        BigDecimal low = limit.low();
        BigDecimal high = limit.high();
        if (low == null && high == null) {
            return null;
        }
        return (low == null || value.compareTo(low) >= 0) && (high == null || value.compareTo(high) <= 0);
    }

    /** @param most less than which the result is */
    private static @Nullable Boolean belowDetection(BigDecimal most, EmissionLimit limit) {
        BigDecimal low = limit.low();
        if (low != null) {
            return most.compareTo(low) < 0 ? Boolean.FALSE : null;
        }
        BigDecimal high = limit.high();
        return high != null && most.compareTo(high) <= 0 ? Boolean.TRUE : null;
    }

    private static @Nullable BigDecimal multiple(BigDecimal value, @Nullable BigDecimal high) {
        return high == null || high.signum() <= 0 || value.compareTo(high) <= 0 ? null : value.subtract(high).divide(high, PLACES, RoundingMode.HALF_EVEN);
    }
}
