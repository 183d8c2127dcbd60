package org.envdisclosure.water;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.envdisclosure.platform.measure.Flag;
import org.envdisclosure.platform.measure.FlagReason;
import org.envdisclosure.platform.sql.CopyText;
import org.envdisclosure.water.rules.ClassRule;
import org.envdisclosure.water.rules.ReadingClass;
import org.envdisclosure.water.rules.WaterClass;
import org.envdisclosure.water.rules.WaterItem;
import org.envdisclosure.water.rules.WaterValues;
import org.jspecify.annotations.Nullable;

/**
 * One sampling of an automatic station as received.
 *
 * @param values        in the units of {@link WaterItem}
 * @param reportedClass as the source gave it, or null
 * @param state         of the station; null where the source says what nobody knows
 * @param flags         what must be said of the values
 * @param receivedText  JSON of the texts kept beside the values, or null
 * @param status        state of review
 * @param rule          by which it is classed
 */
record WaterReading(String section, Instant sampledAt, WaterValues values, @Nullable WaterClass reportedClass, @Nullable StationState state,
                    List<Flag> flags, @Nullable String receivedText, String status, ClassRule rule) {

    /** For which a value that stands decides nothing. */
    static final List<FlagReason> DOUBTS = List.of(FlagReason.SUSPECT, FlagReason.CALIBRATION, FlagReason.MAINTENANCE, FlagReason.STOPPED);

    /** Writes the staged columns of {@link WaterTables#READINGS}. */
    void write(CopyText out) {
        write(out, null);
    }

    /** @param note why the row says what it says, or null */
    void write(CopyText out, @Nullable String note) {
        List<String> flagWords = flags.stream().map(Flag::wire).toList();
        out.text(section).instant(sampledAt);
        WaterTables.AUTOMATIC.forEach(item -> out.number(values.get(item)));
        out.text(reportedClass == null ? null : reportedClass.wire()).text(state == null ? null : state.wire()).texts(flagWords).text(receivedText);
        writeClass(judged(rule, values, flagWords, state), flagWords, state, out);
        out.text(note).text(status);
    }

    /** The class, without values that are doubted; a station that is not in normal operation has none, whatever it sends. */
    static ReadingClass judged(ClassRule rule, WaterValues values, List<String> flags, @Nullable StationState state) {
        Map<WaterItem, BigDecimal> sound = new EnumMap<>(WaterItem.class);
        values.byItem().forEach((item, value) -> {
            if (DOUBTS.stream().noneMatch(doubt -> flags.contains(new Flag(item.column(), doubt).wire()))) {
                sound.put(item, value);
            }
        });
        ReadingClass judged = ReadingClass.of(rule, new WaterValues(sound));
        return state == StationState.NORMAL ? judged : new ReadingClass(judged.standard(), null, List.of(), judged.missing());
    }

    /** Writes class, limiting parameters, standard and flags; where there is no class a flag says so. */
    static void writeClass(ReadingClass judged, List<String> received, @Nullable StationState state, CopyText out) {
        WaterClass waterClass = judged.waterClass();
        List<String> flags = new ArrayList<>(received);
        if (waterClass == null) {
            flags.add(new Flag("water_class", state == null ? FlagReason.SUSPECT
                    : state == StationState.NORMAL ? FlagReason.INSUFFICIENT : state.reason()).wire());
        }
        out.text(waterClass == null ? null : waterClass.wire())
                .texts(waterClass == null ? null : judged.limitingParameters().stream().map(WaterItem::column).toList())
                .text(judged.standard().label()).texts(flags);
    }
}
