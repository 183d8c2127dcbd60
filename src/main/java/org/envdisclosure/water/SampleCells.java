package org.envdisclosure.water;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.envdisclosure.platform.entry.Cells;
import org.envdisclosure.platform.entry.SaidCells;
import org.envdisclosure.platform.ingest.MeasuredCells;
import org.envdisclosure.platform.measure.Flag;
import org.envdisclosure.platform.measure.FlagReason;
import org.envdisclosure.platform.measure.Received;
import org.envdisclosure.platform.measure.ReceivedValues;
import org.envdisclosure.platform.measure.ValueRange;
import org.envdisclosure.platform.time.TimeText;
import org.envdisclosure.water.rules.WaterItem;
import org.envdisclosure.water.rules.WaterValues;
import org.jspecify.annotations.Nullable;

/** From the cells of one manual sample to its row. */
final class SampleCells {

    private static final int LONGEST_TEXT = 200;
    private static final List<String> VALUES = WaterTables.columns(WaterTables.MANUAL);
    /** 10⁴ m³ a month: more than any river carries is no supply. */
    private static final ValueRange VOLUME = ValueRange.of("0", "10000000");

    private final WaterConfig config;
    private final Sections sections;
    private final Instant latest;
    private final String status;

    /** @param now when the batch arrived */
    SampleCells(WaterConfig config, Sections sections, Instant now, String status) {
        this.config = config;
        this.sections = sections;
        this.latest = now.plus(config.clockTolerance());
        this.status = status;
    }

    /** @throws Cells.Refused for a section or a moment that cannot be the key of a row, and for nothing else */
    ManualSample sample(Cells row) throws Cells.Refused {
        String section = Cells.needed("section_code", row.code("section_code"));
        if (!sections.knows(section)) {
            throw new Cells.Refused("unknown_section");
        }
        Instant sampledAt = moment(row);
        SaidCells said = SaidCells.of(row, VALUES, List.of("supply_volume", "method"));
        String method = said.text("method");
        Map<String, String> limits = limits(said);
        MeasuredCells measured = said.measured();
        Map<WaterItem, BigDecimal> values = new EnumMap<>(WaterItem.class);
        for (WaterItem item : WaterTables.MANUAL) {
            BigDecimal value = value(item, row.received().apply(item.column()), limits.get(item.column()), measured);
            if (value != null) {
                values.put(item, value);
            }
        }
        return new ManualSample(section, sampledAt, new WaterValues(values), said.number("supply_volume", VOLUME), method, inOrder(measured.flags()), measured.keptText(), status);
    }

    /** A laboratory often says no more than the day: that is the day's first moment in China. */
    private Instant moment(Cells row) throws Cells.Refused {
        String text = row.text("sampled_at", LONGEST_TEXT);
        Instant moment = text == null ? null : TimeText.moment(text).map(at -> at.truncatedTo(ChronoUnit.MICROS)).orElse(null);
        if (moment == null) {
            throw new Cells.Refused("bad_sampled_at");
        } else if (moment.isAfter(latest)) {
            throw new Cells.Refused("time_in_the_future");
        }
        return moment;
    }

    /** An item nobody names was not asked for, so nothing is said of it; a mark that stands for no value is. */
    private @Nullable BigDecimal value(WaterItem item, @Nullable String text, @Nullable String limit, MeasuredCells measured) {
        return measured.take(item.column(), limit != null && text != null && isBelow(text, limit) ? limit + "L" : text, config.rangeOf(item),
                isBlank(text) ? null : FlagReason.MISSING);
    }

    /** Whoever said it, so that the same row is the same again. */
    private static List<Flag> inOrder(List<Flag> flags) {
        return flags.stream().distinct().sorted(Comparator.<Flag>comparingInt(flag -> VALUES.indexOf(flag.column())).thenComparing(Flag::column)
                .thenComparing(Flag::reason)).toList();
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /** A file of this service says the limit twice: as the value and in its own column. */
    private static boolean isBelow(String text, String limit) {
        Received received = ReceivedValues.read(text);
        return received.value() == null ? received.flag() == FlagReason.BELOW_DETECTION
                : received.value().compareTo(Objects.requireNonNull(ReceivedValues.read(limit).value())) == 0;
    }

    /** Of what can be read; of anything else it is said that it cannot. */
    private static Map<String, String> limits(SaidCells said) {
        Map<String, String> limits = new HashMap<>();
        for (String word : said.list("detection_limit")) {
            String[] parts = String.valueOf(word).split(":", 2);
            boolean good = parts.length == 2 && WaterItem.ofColumn(parts[0]).filter(WaterTables.MANUAL::contains).isPresent()
                    && ReceivedValues.read(parts[1]).value() != null && ReceivedValues.read(parts[1]).flag() == null;
            if (good) {
                limits.put(parts[0], parts[1]);
            } else {
                said.doubt("detection_limit");
            }
        }
        return limits;
    }
}
