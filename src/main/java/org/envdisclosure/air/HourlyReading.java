package org.envdisclosure.air;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.envdisclosure.air.rules.AqiEdition;
import org.envdisclosure.air.rules.AqiReport;
import org.envdisclosure.air.rules.HourlyAqi;
import org.envdisclosure.air.rules.Pollutant;
import org.envdisclosure.air.rules.SixPollutants;
import org.envdisclosure.platform.measure.Flag;
import org.envdisclosure.platform.measure.FlagReason;
import org.envdisclosure.platform.sql.CopyText;
import org.jspecify.annotations.Nullable;

/**
 * One hour at one station as received. Concentrations in µg/m³, CO in mg/m³, null where no valid value came.
 *
 * @param station         station code
 * @param observedAt      end of the averaging hour
 * @param concentrations  1-hour means
 * @param sliding         sliding means the source gave
 * @param reportedAqi     what the source said the AQI is, or null
 * @param reportedPrimary what the source said the primary pollutants are, or null
 * @param flags           doubts about what was received
 * @param receivedText    what was received where it could not be taken as a value, as a JSON object by column, or null
 * @param status          state of review, on the wire's word
 */
record HourlyReading(String station, Instant observedAt, SixPollutants<BigDecimal> concentrations, Sliding sliding,
                     @Nullable Integer reportedAqi, @Nullable List<String> reportedPrimary, List<Flag> flags,
                     @Nullable String receivedText, String status) {

    /** Sliding means in µg/m³, each null where there is none. */
    record Sliding(@Nullable BigDecimal o3Over8h, @Nullable BigDecimal pm25Over24h, @Nullable BigDecimal pm10Over24h) {
        static final Sliding NONE = new Sliding(null, null, null);
    }

    /** The index by the edition in force for the hour. */
    AqiReport judged() {
        return HourlyAqi.of(AqiEdition.inForceFor(observedAt), concentrations, notMonitored());
    }

    private Set<Pollutant> notMonitored() {
        return flags.isEmpty() ? Set.of() : flags.stream().filter(flag -> flag.reason() == FlagReason.NOT_MONITORED)
                .flatMap(flag -> AirWords.pollutantOf(flag.column()).stream()).collect(Collectors.toSet());
    }

    /** An hour without values: every pollutant is flagged as missing. */
    static HourlyReading empty(String station, Instant observedAt, String status) {
        List<Flag> flags = Arrays.stream(Pollutant.values()).map(pollutant -> new Flag(pollutant.column(), FlagReason.MISSING)).toList();
        return new HourlyReading(station, observedAt, SixPollutants.of(Map.of()), Sliding.NONE, null, null, flags, null, status);
    }

    /** Writes the staged columns of {@link AirTables#HOURLY}. */
    void write(CopyText out) {
        write(out, null);
    }

    /** @param note why the hour says what it says, or null */
    void write(CopyText out, @Nullable String note) {
        List<String> flagWords = flags.isEmpty() ? List.of() : flags.stream().map(Flag::wire).toList();
        out.text(station).instant(observedAt);
        AirWords.writeConcentrations(concentrations, out);
        out.number(sliding.o3Over8h()).number(sliding.pm25Over24h()).number(sliding.pm10Over24h());
        out.integer(reportedAqi).texts(reportedPrimary).texts(flagWords).text(receivedText);
        AirWords.writeIndex(judged(), out);
        out.number(sliding.o3Over8h()).number(sliding.pm25Over24h()).number(sliding.pm10Over24h()).texts(flagWords);
        out.text(note).text(status);
    }
}
