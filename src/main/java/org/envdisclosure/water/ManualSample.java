package org.envdisclosure.water;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.envdisclosure.platform.measure.Flag;
import org.envdisclosure.platform.measure.FlagReason;
import org.envdisclosure.platform.sql.CopyText;
import org.envdisclosure.water.rules.WaterItem;
import org.envdisclosure.water.rules.WaterValues;
import org.jspecify.annotations.Nullable;

/**
 * One sample taken by hand, as received.
 *
 * @param values       in the units of {@link WaterItem}; below detection the detection limit
 * @param supplyVolume taken from the source in the month of the sample, 10⁴ m³
 * @param method       how it was taken and analysed, as the source words it
 * @param flags        what must be said of the values
 * @param receivedText JSON of the texts kept beside the values, or null
 * @param status       state of review
 */
record ManualSample(String section, Instant sampledAt, WaterValues values, @Nullable BigDecimal supplyVolume, @Nullable String method, List<Flag> flags,
                    @Nullable String receivedText, String status) {

    /** Writes the staged columns of {@link WaterTables#SAMPLES}. */
    void write(CopyText out) {
        write(out, null);
    }

    /** @param note why the row says what it says, or null */
    void write(CopyText out, @Nullable String note) {
        out.text(section).instant(sampledAt);
        WaterTables.MANUAL.forEach(item -> out.number(values.get(item)));
        out.number(supplyVolume).text(method).texts(flags.stream().map(Flag::wire).toList()).text(receivedText).texts(detectionLimits()).text(note).text(status);
    }

    /** {@code nh3n:0.025} of what is below it; an item whose limit nobody told is not there. */
    private List<String> detectionLimits() {
        return WaterTables.MANUAL.stream()
                .filter(item -> values.get(item) != null && flags.contains(new Flag(item.column(), FlagReason.BELOW_DETECTION)))
                .map(item -> item.column() + ":" + values.byItem().get(item).toPlainString()).toList();
    }
}
