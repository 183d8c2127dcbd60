package org.envdisclosure.water;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.envdisclosure.platform.ingest.MeasuredCells;
import org.envdisclosure.platform.measure.Flag;
import org.envdisclosure.platform.measure.FlagReason;
import org.envdisclosure.platform.measure.ReceivedValues;
import org.envdisclosure.platform.time.ChinaTime;
import org.envdisclosure.water.rules.Gb3838;
import org.envdisclosure.water.rules.WaterClass;
import org.envdisclosure.water.rules.WaterItem;
import org.envdisclosure.water.rules.WaterValues;
import org.jspecify.annotations.Nullable;

/** From the cells of one sampling to a reading, the same for every layout. */
final class ReadingCells {

    private final WaterConfig config;
    private final Sections sections;
    private final Instant latest;
    private final String status;

    /** @param now when the batch arrived */
    ReadingCells(WaterConfig config, Sections sections, Instant now, String status) {
        this.config = config;
        this.sections = sections;
        this.latest = now.plus(config.clockTolerance());
        this.status = status;
    }

    /** Why a moment cannot be the key of a row; empty when it can. */
    Optional<String> refusal(@Nullable Instant sampledAt) {
        if (sampledAt == null) {
            return Optional.of("bad_sampled_at");
        }
        return sampledAt.isAfter(latest) ? Optional.of("time_in_the_future") : Optional.empty();
    }

    /**
     * The reading of a section that is known.
     *
     * @param state null where the source has another word for it than the known ones, which is kept
     * @param cell  the received text by contract column, in the contract's units; null where the source has none
     * @param cells where what must be said of the row is gathered
     */
    WaterReading reading(String section, Instant sampledAt, @Nullable StationState state, Function<String, @Nullable String> cell, MeasuredCells cells) {
        if (state == null) {
            cells.flag("station_state", FlagReason.SUSPECT);
            String word = cell.apply("station_state");
            cells.keep("station_state", word == null || word.isBlank() ? null : word);
        }
        FlagReason whenMissing = state == null ? FlagReason.MISSING : state.reason();
        Map<WaterItem, BigDecimal> values = new EnumMap<>(WaterItem.class);
        for (WaterItem item : WaterTables.AUTOMATIC) {
            BigDecimal value = value(item, cell.apply(item.column()), state, whenMissing, cells);
            if (value != null) {
                values.put(item, value);
            }
        }
        WaterClass reported = reportedClass(cell.apply("reported_class"), cells);
        return new WaterReading(section, sampledAt, new WaterValues(values), reported, state, ordered(cells.flags()), cells.keptText(), status,
                config.rule(Gb3838.inForceOn(ChinaTime.dateOf(sampledAt)), sections.waterbodyOn(section, ChinaTime.dateOf(sampledAt))));
    }

    /** What a station out of normal operation sends is told as such; the zeros it sends for what it does not measure are no values. */
    private @Nullable BigDecimal value(WaterItem item, @Nullable String text, @Nullable StationState state, FlagReason whenMissing, MeasuredCells cells) {
        BigDecimal value = cells.take(item.column(), text, config.rangeOf(item), whenMissing);
        if (value == null || state == null || state == StationState.NORMAL) {
            return value;
        }
        cells.flag(item.column(), state.reason());
        if (value.signum() == 0) {
            cells.keep(item.column(), text);
            return null;
        }
        return value;
    }

    /** By column, so that the same things said in another order are the same. */
    static List<Flag> ordered(List<Flag> flags) {
        return flags.stream().distinct().sorted(Comparator.comparing(Flag::column).thenComparing(Flag::reason)).toList();
    }

    /** In the contract's word or as a numeral; what is neither is kept as text. */
    private static @Nullable WaterClass reportedClass(@Nullable String text, MeasuredCells cells) {
        String word = text == null ? "" : text.strip();
        WaterClass reported = WaterClass.ofWire(word).or(() -> WaterClass.ofNumeral(word)).orElse(null);
        if (reported == null && ReceivedValues.read(word).flag() == FlagReason.NOT_A_NUMBER) {
            cells.keep("reported_class", word);
        }
        return reported;
    }
}
