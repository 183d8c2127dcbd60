package org.envdisclosure.air;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.envdisclosure.air.rules.AqiEdition;
import org.envdisclosure.air.rules.AqiLevel;
import org.envdisclosure.air.rules.Pollutant;
import org.envdisclosure.air.rules.period.AnnualCompliance;
import org.envdisclosure.air.rules.period.AreaClass;
import org.envdisclosure.air.rules.period.AssessedDay;
import org.envdisclosure.air.rules.period.Attainment;
import org.envdisclosure.air.rules.period.CompositeIndex;
import org.envdisclosure.air.rules.period.DayCounts;
import org.envdisclosure.air.rules.period.Gb3095;
import org.envdisclosure.air.rules.period.IndexSettings;
import org.envdisclosure.air.rules.period.Judgement;
import org.envdisclosure.air.rules.period.PeriodBasis;
import org.envdisclosure.air.rules.period.PeriodFigures;
import org.envdisclosure.air.rules.period.PeriodSettings;
import org.envdisclosure.air.rules.period.PollutantFigures;
import org.envdisclosure.air.rules.period.Quotient;
import org.envdisclosure.air.rules.period.ReferenceState;
import org.envdisclosure.air.rules.period.YearOnYear;
import org.envdisclosure.platform.measure.CalendarPeriod;
import org.envdisclosure.platform.measure.Flag;
import org.envdisclosure.platform.measure.FlagReason;
import org.jspecify.annotations.Nullable;

/** What is published of a period, by column name, from its days and those of the same period a year before. */
final class PeriodReport {

    private final PeriodConfig config;
    private final PeriodSettings settings;
    private final IndexSettings indexSettings;
    private final Optional<Gb3095> comparison;

    /** @throws IllegalStateException when a setting cannot be used */
    PeriodReport(PeriodConfig config) {
        this.config = config;
        this.settings = config.statistics();
        this.indexSettings = config.indexSettings();
        this.comparison = config.comparison();
    }

    /** @return a value for every column that has one; the caller adds place, state of review and moment */
    Map<String, Object> of(CalendarPeriod period, Collection<PublishedDay> published, Collection<PublishedDay> lastYear) {
        Row row = new Row();
        List<AssessedDay> days = published.stream().map(PublishedDay::assessed).toList();
        row.put("period", period.label());
        row.put("period_start", period.firstDay());
        row.put("period_end", period.lastDay().plusDays(1));
        PeriodFigures figures = PeriodFigures.of(period, days, PeriodBasis.AS_MEASURED, settings);
        statistics(figures, row);
        counts(period, figures.days(), row);
        assessment(figures, row);
        comparison(period, published, lastYear, row);
        yearBefore(period, lastYear, row);
        withoutExceptional(period, days, row);
        row.put("flags", flags(figures));
        return row.values;
    }

    private void statistics(PeriodFigures figures, Row row) {
        for (Pollutant pollutant : Pollutant.values()) {
            PollutantFigures own = figures.of(pollutant);
            row.put(PeriodColumns.assessed(pollutant), assessed(pollutant, own));
            if (own.mean() != null) {
                row.put(PeriodColumns.percentile(pollutant), rounded(pollutant, own.percentile()));
            }
            row.put("valid_days_" + pollutant.column(), own.days());
        }
        row.put("valid", isValid(figures));
    }

    private @Nullable BigDecimal assessed(Pollutant pollutant, PollutantFigures figures) {
        return rounded(pollutant, figures.mean() == null ? figures.percentile() : figures.mean());
    }

    private @Nullable BigDecimal rounded(Pollutant pollutant, @Nullable Quotient figure) {
        return figure == null ? null : figure.rounded(settings.statisticDigits(pollutant));
    }

    private static void counts(CalendarPeriod period, DayCounts days, Row row) {
        row.put("days", (int) (period.lastDay().toEpochDay() - period.firstDay().toEpochDay() + 1));
        row.put("days_valid", days.valid());
        for (AqiLevel level : AqiLevel.values()) {
            row.put("days_level_" + level.number(), days.of(level));
        }
        for (Pollutant pollutant : Pollutant.values()) {
            row.put("days_primary_" + pollutant.column(), days.byPrimary().get(pollutant));
        }
        row.put("good_days", days.good());
        row.put("good_days_share", days.goodShare());
        row.put("aqi_standards", Stream.of(period.firstDay(), period.lastDay()).map(AqiEdition::inForceOn).distinct().map(AqiEdition::label).collect(Collectors.joining("; ")));
    }

    private void assessment(PeriodFigures figures, Row row) {
        CalendarPeriod period = figures.period();
        Gb3095 standard = standardOf(period);
        CompositeIndex index = index(figures, standard);
        row.put("assessment_standard", standard.label());
        row.put("composite_index", index.index());
        for (Pollutant pollutant : Pollutant.values()) {
            row.put("index_" + pollutant.column(), index.single().get(pollutant));
        }
        row.put("main_pollutants", index.index() == null ? null : index.mainPollutants().stream().map(Pollutant::wireName).toList());
        Gb3095 atStart = Gb3095.inForceOn(period.firstDay());
        Gb3095 other = standard == atStart ? Gb3095.inForceOn(period.lastDay()) : atStart;
        if (other != standard) {
            row.put("other_standard", other.label());
            row.put("composite_index_other_standard", index(figures, other).index());
            compliance(figures, other, "_other_standard", row);
        }
        compliance(figures, standard, "", row);
    }

    /** The standard that decides. */
    Gb3095 standardOf(CalendarPeriod period) {
        return Gb3095.inForceOn(config.assessment() == PeriodConfig.Moment.START ? period.firstDay() : period.lastDay());
    }

    private CompositeIndex index(PeriodFigures figures, Gb3095 standard) {
        return CompositeIndex.of(figures.assessed(), standard, indexSettings);
    }

    /** Of years alone. */
    private static void compliance(PeriodFigures figures, Gb3095 standard, String suffix, Row row) {
        if (figures.period().kind() != CalendarPeriod.Kind.YEAR) {
            return;
        }
        AnnualCompliance year = AnnualCompliance.of(figures, standard, AreaClass.SECOND);
        Attainment attainment = year.attainment();
        row.put("attains" + suffix, attainment == Attainment.UNDETERMINED ? null : attainment == Attainment.ATTAINED);
        List<String> exceeding = new ArrayList<>();
        for (Pollutant pollutant : Pollutant.values()) {
            boolean byPercentileAlone = pollutant == Pollutant.O3 || pollutant == Pollutant.CO;
            exceeding(pollutant.column(), year.of(pollutant).mean()).ifPresent(exceeding::add);
            exceeding(byPercentileAlone ? PeriodColumns.assessed(pollutant) : PeriodColumns.percentile(pollutant), year.of(pollutant).percentile())
                    .ifPresent(exceeding::add);
        }
        row.put("exceeding" + suffix, exceeding);
    }

    private static Optional<String> exceeding(String column, @Nullable Judgement judgement) {
        return judgement == null || !judgement.exceeds() ? Optional.empty() : Optional.of(column + "(" + judgement.exceedanceMultiple() + ")");
    }

    /** Both years on one basis: one standard with its edition of the index, one gas state. */
    private void comparison(CalendarPeriod period, Collection<PublishedDay> days, Collection<PublishedDay> lastYear, Row row) {
        Gb3095 standard = comparison.orElse(Gb3095.inForceOn(period.lastDay()));
        ReferenceState state = ReferenceState.inForceOn(period.lastDay());
        PeriodBasis basis = PeriodBasis.AS_MEASURED.at(state);
        PeriodFigures now = PeriodFigures.of(period, by(standard, state, days), basis, settings);
        PeriodFigures then = PeriodFigures.of(period.yearBefore(), by(standard, state, lastYear), basis, settings);
        YearOnYear change = YearOnYear.of(now, then, standard, settings, indexSettings);
        row.put("comparison_standard", standard.label());
        row.put("composite_index_comparison", change.current().compositeIndex().index());
        row.put("composite_index_comparison_last_year", change.previous().compositeIndex().index());
        row.put("composite_index_change", change.compositeIndexChange());
        for (Pollutant pollutant : Pollutant.values()) {
            row.put(PeriodColumns.assessed(pollutant) + "_change", change.change().get(pollutant));
        }
        BigDecimal share = now.days().goodShare();
        BigDecimal before = then.days().goodShare();
        row.put("good_days_share_comparison", share);
        row.put("good_days_share_comparison_last_year", before);
        // a month that is not over has no share to be held against a whole one
        boolean comparable = hasEnoughDays(period, days) && hasEnoughDays(period.yearBefore(), lastYear);
        row.put("good_days_share_change", share == null || before == null || !comparable ? null : share.subtract(before));
        String states = days.stream().map(day -> day.assessed().gasState().kelvin() + " K").distinct().sorted().collect(Collectors.joining("; "));
        row.put("gas_state", states.isEmpty() ? null : states);
        row.put("gas_state_comparison", state.kelvin() + " K");
    }

    private static List<AssessedDay> by(Gb3095 standard, ReferenceState state, Collection<PublishedDay> days) {
        AqiEdition edition = AqiEdition.inForceOn(standard.inForceFrom());
        return days.stream().map(day -> day.by(edition, state)).toList();
    }

    /** Days with an AQI, which a pollutant outside the plan of a station does not stand against. */
    private boolean hasEnoughDays(CalendarPeriod period, Collection<PublishedDay> days) {
        return settings.validity().isValid(period, days.stream().map(PublishedDay::assessed).filter(day -> day.aqi() != null)
                .collect(Collectors.groupingBy(day -> YearMonth.from(day.day()), Collectors.summingInt(day -> 1))));
    }

    private static boolean isValid(PeriodFigures figures) {
        return Arrays.stream(Pollutant.values()).allMatch(pollutant -> figures.of(pollutant).valid());
    }

    /** Last year by the standard and edition of its own time. */
    private void yearBefore(CalendarPeriod period, Collection<PublishedDay> lastYear, Row row) {
        PeriodFigures figures = PeriodFigures.of(period.yearBefore(), lastYear.stream().map(PublishedDay::assessed).toList(), PeriodBasis.AS_MEASURED, settings);
        row.put("composite_index_last_year", index(figures, standardOf(period.yearBefore())).index());
        row.put("good_days_share_last_year", figures.days().goodShare());
    }

    private void withoutExceptional(CalendarPeriod period, Collection<AssessedDay> days, Row row) {
        PeriodFigures figures = PeriodFigures.of(period, days, PeriodBasis.WITHOUT_EXCEPTIONAL_DAYS, settings);
        row.put("days_exceptional", (int) days.stream().filter(AssessedDay::exceptional).count());
        for (Pollutant pollutant : Pollutant.values()) {
            row.put(PeriodColumns.assessed(pollutant) + "_excluding_exceptional", assessed(pollutant, figures.of(pollutant)));
        }
        row.put("good_days_share_excluding_exceptional", figures.days().goodShare());
        row.put("composite_index_excluding_exceptional", index(figures, standardOf(period)).index());
        compliance(figures, standardOf(period), "_excluding_exceptional", row);
    }

    private static List<String> flags(PeriodFigures figures) {
        List<String> flags = new ArrayList<>();
        for (Pollutant pollutant : Pollutant.values()) {
            PollutantFigures own = figures.of(pollutant);
            if (!own.valid()) {
                flags.add(new Flag(PeriodColumns.assessed(pollutant), own.days() == 0 ? FlagReason.MISSING : FlagReason.INSUFFICIENT).wire());
            }
        }
        return flags;
    }

    /** Columns that have a value. */
    private static final class Row {
        private final Map<String, Object> values = new LinkedHashMap<>();

        void put(String column, @Nullable Object value) {
            if (value != null) {
                values.put(column, value);
            }
        }
    }
}
