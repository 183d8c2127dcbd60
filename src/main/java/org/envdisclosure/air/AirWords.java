package org.envdisclosure.air;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import org.envdisclosure.air.rules.AqiReport;
import org.envdisclosure.air.rules.NaReason;
import org.envdisclosure.air.rules.Pollutant;
import org.envdisclosure.air.rules.SixPollutants;
import org.envdisclosure.platform.sql.CopyText;

/** Between the rules' types and the columns. */
final class AirWords {

    private AirWords() {
    }

    static Optional<Pollutant> pollutantOf(String column) {
        return Arrays.stream(Pollutant.values()).filter(pollutant -> pollutant.column().equals(column)).findFirst();
    }

    static void writeConcentrations(SixPollutants<BigDecimal> concentrations, CopyText out) {
        for (Pollutant pollutant : Pollutant.values()) {
            out.number(concentrations.get(pollutant));
        }
    }

    /** IAQIs, AQI, level, primary pollutants, edition, reason, beyond; null primary pollutants where there is no AQI. */
    static void writeIndex(AqiReport report, CopyText out) {
        for (Pollutant pollutant : Pollutant.values()) {
            out.integer(report.iaqi().get(pollutant));
        }
        NaReason reason = report.naReason();
        out.integer(report.aqi())
                .integer(report.level() == null ? null : report.level().number())
                .texts(report.aqi() == null ? null : report.primaryPollutants().stream().map(Pollutant::wireName).toList())
                .text(report.edition().label())
                .text(reason == null ? null : reason.wire())
                .bool(report.beyondIndex());
    }
}
