package org.envdisclosure.air;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.envdisclosure.air.rules.AqiReport;
import org.envdisclosure.air.rules.NaReason;
import org.envdisclosure.air.rules.Pollutant;
import org.envdisclosure.air.rules.SixPollutants;
import org.envdisclosure.platform.sql.CopyText;

/** Between the rules' types and the columns. */
final class AirWords {

    private static final Pollutant[] POLLUTANTS = Pollutant.values();

    private AirWords() {
    }

    static Optional<Pollutant> pollutantOf(String column) {
        return Arrays.stream(Pollutant.values()).filter(pollutant -> pollutant.column().equals(column)).findFirst();
    }

    static void writeConcentrations(SixPollutants<BigDecimal> concentrations, CopyText out) {
        for (Pollutant pollutant : POLLUTANTS) {
            out.number(concentrations.get(pollutant));
        }
    }

    private static List<String> wireNames(List<Pollutant> pollutants) {
        // most hours have one or none
        return switch (pollutants.size()) {
            case 0 -> List.of();
            case 1 -> List.of(pollutants.get(0).wireName());
            default -> pollutants.stream().map(Pollutant::wireName).toList();
        };
    }

    /** IAQIs, AQI, level, primary pollutants, edition, reason, beyond; null primary pollutants where there is no AQI. */
    static void writeIndex(AqiReport report, CopyText out) {
        for (Pollutant pollutant : POLLUTANTS) {
            out.integer(report.iaqi().get(pollutant));
        }
        NaReason reason = report.naReason();
        out.integer(report.aqi())
                .integer(report.level() == null ? null : report.level().number())
                .texts(report.aqi() == null ? null : wireNames(report.primaryPollutants()))
                .text(report.edition().label())
                .text(reason == null ? null : reason.wire())
                .bool(report.beyondIndex());
    }
}
