package org.envdisclosure.water.rules.assessment;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.envdisclosure.platform.measure.LocalizedText;
import org.envdisclosure.water.rules.ReadingClass;
import org.envdisclosure.water.rules.WaterItem;
import org.jspecify.annotations.Nullable;

/** The editions of the method that says which items make the class of a section over a period. */
public enum EvaluationMethod {
    /** 地表水环境质量评价办法(试行): 21 items, table 1 of GB 3838-2002 less water temperature, total nitrogen and fecal coliforms. */
    METHOD_22_2011("22-2011", "地表水环境质量评价办法（试行）（环办〔2011〕22号）",
            "Measures for assessing surface water quality (trial), circular 22 of 2011"),
    /** "5+X": pH, dissolved oxygen, CODMn, NH3-N, TP and the section's characteristic items (特征指标). */
    METHOD_714_2020("714-2020", "“十四五”国家地表水监测及评价方案（试行）（环办监测函〔2020〕714号）",
            "National surface water monitoring and assessment plan 2021-2025 (trial), letter 714 of 2020");

    private static final Set<WaterItem> ALL_21 = EnumSet.noneOf(WaterItem.class);

    static {
        Arrays.stream(WaterItem.values()).filter(item -> item.isBasic() && !item.isReference()).forEach(ALL_21::add);
    }

    private final String label;
    private final LocalizedText title;

    EvaluationMethod(String label, String zh, String en) {
        this.label = label;
        this.title = LocalizedText.of(zh, en);
    }

    /** {@code 22-2011} or {@code 714-2020}, as published. */
    public String label() {
        return label;
    }

    public LocalizedText title() {
        return title;
    }

    public static Optional<EvaluationMethod> ofLabel(String label) {
        return Arrays.stream(values()).filter(method -> method.label.equals(label)).findFirst();
    }

    /** The method for a period that begins on {@code day}. */
    public static EvaluationMethod inForceOn(LocalDate day, PlanPeriod plan) {
        return plan.contains(day) ? METHOD_714_2020 : METHOD_22_2011;
    }

    /**
     * The items that make the class, in the items' order.
     *
     * @param characteristic X of the section; outside 714-2020 without effect. Items that 22号 evaluates apart (total nitrogen, fecal
     *                       coliforms, temperature) stay apart also when they are named here
     */
    public List<WaterItem> items(Set<WaterItem> characteristic) {
        return switch (this) {
            case METHOD_22_2011 -> List.copyOf(ALL_21);
            case METHOD_714_2020 -> ALL_21.stream()
                    .filter(item -> ReadingClass.NEEDED.contains(item) || characteristic.contains(item)).toList();
        };
    }

    /**
     * When 714-2020 holds: this service's setting, not the text's. The plan is named for 2021 to 2025; whether it governs after that
     * was not found.
     *
     * @param until the first day on which it no longer holds; null while it does
     */
    public record PlanPeriod(LocalDate from, @Nullable LocalDate until) {

        public static final PlanPeriod USUAL = new PlanPeriod(LocalDate.of(2021, 1, 1), null);

        private boolean contains(LocalDate day) {
            return !day.isBefore(from) && (until == null || day.isBefore(until));
        }
    }
}
