package org.envdisclosure.air;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.envdisclosure.air.rules.AqiCalculator;
import org.envdisclosure.air.rules.AqiEdition;
import org.envdisclosure.air.rules.AqiPeriod;
import org.envdisclosure.air.rules.AqiReport;
import org.envdisclosure.air.rules.Pollutant;
import org.envdisclosure.air.rules.SixPollutants;
import org.envdisclosure.platform.dataset.Filters;
import org.envdisclosure.platform.measure.ValueRange;
import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.time.ChinaTime;
import org.envdisclosure.platform.time.TimeText;
import org.envdisclosure.platform.web.QueryString;

/**
 * What the calculator is asked.
 *
 * @param concentrations as given, µg/m³, CO mg/m³
 * @param period         what they are means over
 * @param edition        in force at {@code at}
 * @param at             the day or the end of the averaging period, as it is told back
 * @param strict         whether all six pollutants are asked about, so that those not given count as missing
 */
record AqiQuestion(SixPollutants<BigDecimal> concentrations, AqiPeriod period, AqiEdition edition, String at, boolean strict) {

    static final List<String> PARAMETERS = Stream.concat(Arrays.stream(Pollutant.values()).map(Pollutant::column),
            Stream.of("at", "averaging", "strict")).toList();

    // the ladders end at 3840; what is far beyond them is a slip of the keyboard
    private static final ValueRange CONCENTRATION = ValueRange.of("0", "999999");

    /** @throws ApiProblem naming the parameter that is wrong, or when no concentration is given */
    static AqiQuestion of(QueryString query, Clock clock) {
        EnumMap<Pollutant, BigDecimal> given = new EnumMap<>(Pollutant.class);
        for (Pollutant pollutant : Pollutant.values()) {
            query.decimal(pollutant.column(), CONCENTRATION).ifPresent(value -> given.put(pollutant, value));
        }
        if (given.isEmpty()) {
            throw ApiProblem.parameter("pm25", "至少给出一项浓度：pm25、pm10、so2、no2、o3(µg/m³)、co(mg/m³)",
                    "give at least one concentration: pm25, pm10, so2, no2, o3 in µg/m³, co in mg/m³");
        }
        AqiPeriod period = AqiPeriod.ofWire(word(query, "averaging", List.of("1h", "24h"))).orElseThrow();
        boolean strict = word(query, "strict", List.of("false", "true")).equals("true");
        return timed(SixPollutants.of(given), period, query.one("at").orElseGet(() -> now(period, clock)), strict);
    }

    /** The first word is the default. */
    private static String word(QueryString query, String parameter, List<String> allowed) {
        String word = query.one(parameter).orElse(allowed.get(0));
        Filters.requireWord(parameter, word, allowed);
        return word;
    }

    /** Today, or the end of the hour that is running. */
    private static String now(AqiPeriod period, Clock clock) {
        Instant now = clock.instant();
        return switch (period) {
            case DAY -> ChinaTime.dateOf(now).toString();
            case HOUR -> ChinaTime.format(now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS));
        };
    }

    /** A date is a day and so the hours 01:00 to 24:00 of it; an instant is the end of a period, so midnight ends the day before. */
    private static AqiQuestion timed(SixPollutants<BigDecimal> concentrations, AqiPeriod period, String at, boolean strict) {
        LocalDate day = TimeText.date(at).orElse(null);
        if (day != null) {
            return new AqiQuestion(concentrations, period, AqiEdition.inForceOn(day), day.toString(), strict);
        }
        Instant end = TimeText.instant(at).orElseThrow(() -> ApiProblem.parameter("at",
                "at 为日期(2026-05-01)或平均时段的结束时刻(2026-05-01T13:00:00+08:00)",
                "at is a date (2026-05-01) or the end of the averaging period (2026-05-01T13:00:00+08:00)"));
        return new AqiQuestion(concentrations, period, AqiEdition.inForceFor(end), ChinaTime.format(end), strict);
    }

    AqiReport judged() {
        Set<Pollutant> notAsked = strict ? Set.of() : Arrays.stream(Pollutant.values())
                .filter(pollutant -> concentrations.get(pollutant) == null).collect(Collectors.toSet());
        return AqiCalculator.of(edition, period, concentrations, notAsked);
    }
}
