package org.envdisclosure.water.rules.assessment;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * How many drinking-water sources of a place comply, by number and by volume (水量达标率 = 达标取水量 / 取水总量). Sources that could
 * not be judged count on neither side; they are told apart.
 *
 * @param sources          all
 * @param judged           those that met or exceeded
 * @param met              those that met
 * @param shareByNumber    percent with one decimal; null when none was judged
 * @param volume           taken from the judged ones, in the unit given; null when one of them does not tell it
 * @param volumeMet        taken from those that met; null with {@code volume}
 * @param shareByVolume    percent with one decimal; null without volume, or where nothing was taken
 */
public record SourceCompliance(int sources, int judged, int met, @Nullable BigDecimal shareByNumber, @Nullable BigDecimal volume,
        @Nullable BigDecimal volumeMet, @Nullable BigDecimal shareByVolume) {

    /**
     * One source.
     *
     * @param volume    taken in the period, all sources in one unit; null when not known
     * @param volumeMet taken of that in months in which the source complied; null with {@code volume}
     */
    public record Source(Compliance compliance, @Nullable BigDecimal volume, @Nullable BigDecimal volumeMet) {

        /** Over one month: all of the water or none of it. */
        public static Source ofMonth(Compliance compliance, @Nullable BigDecimal volume) {
            return new Source(compliance, volume, volume == null || compliance == Compliance.MET ? volume : BigDecimal.ZERO);
        }
    }

    public static SourceCompliance of(Collection<Source> sources) {
        List<Source> judged = sources.stream().filter(source -> source.compliance != Compliance.UNDETERMINED).toList();
        List<Source> met = judged.stream().filter(source -> source.compliance == Compliance.MET).toList();
        boolean told = judged.stream().allMatch(source -> source.volume != null && source.volumeMet != null);
        BigDecimal volume = told ? sum(judged, Source::volume) : null;
        BigDecimal volumeMet = told ? sum(judged, Source::volumeMet) : null;
        return new SourceCompliance(sources.size(), judged.size(), met.size(), Percent.of(met.size(), judged.size()), volume, volumeMet,
                volume == null || volumeMet == null ? null : Percent.of(volumeMet, volume));
    }

    private static BigDecimal sum(List<Source> sources, Function<Source, @Nullable BigDecimal> part) {
        return sources.stream().map(part).map(Objects::requireNonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
