package org.envdisclosure.water.rules.assessment;

import java.math.BigDecimal;
import java.util.Locale;

import org.envdisclosure.platform.measure.LocalizedText;
import org.envdisclosure.water.rules.WaterClass;
import org.jspecify.annotations.Nullable;

/** How water changed against another period, in the words of 22号. */
public enum WaterChange {
    MARKEDLY_BETTER("明显好转", "Markedly better"),
    SOMEWHAT_BETTER("有所好转", "Somewhat better"),
    NO_MARKED_CHANGE("无明显变化", "No marked change"),
    SOMEWHAT_WORSE("有所变差", "Somewhat worse"),
    MARKEDLY_WORSE("明显变差", "Markedly worse");

    private final String wire = name().toLowerCase(Locale.ROOT);
    private final LocalizedText title;

    WaterChange(String zh, String en) {
        this.title = LocalizedText.of(zh, en);
    }

    public String wire() {
        return wire;
    }

    public LocalizedText title() {
        return title;
    }

    /** A section, or whatever has one class: by the number of classes between; null where one is missing. */
    public static @Nullable WaterChange ofClasses(@Nullable WaterClass before, @Nullable WaterClass now, ChangeSettings settings) {
        if (before == null || now == null) {
            return null;
        }
        int better = before.compareTo(now);
        return of(better, Math.abs(better) > 0, Math.abs(better) >= settings.markedSteps());
    }

    /**
     * A river or basin by its shares (组合类别比例法): ΔG is the change of the share of class I to III, ΔD of that inferior to V, and
     * ΔG - ΔD above zero is better. Judged on the exact difference; null where a period has no section.
     */
    public static @Nullable WaterChange ofShares(ClassShares before, ClassShares now, ChangeSettings settings) {
        int wholeBefore = before.sections();
        int wholeNow = now.sections();
        if (wholeBefore == 0 || wholeNow == 0) {
            return null;
        }
        // over the common denominator, so that 10 percentage points are exactly 10
        BigDecimal shift = BigDecimal.valueOf(100L * ((long) balance(now) * wholeBefore - (long) balance(before) * wholeNow));
        BigDecimal unit = BigDecimal.valueOf((long) wholeBefore * wholeNow);
        BigDecimal size = shift.abs();
        return of(shift.signum(), size.compareTo(settings.somewhat().multiply(unit)) > 0,
                size.compareTo(settings.marked().multiply(unit)) > 0);
    }

    /** Both by shares, or both by a class; null where the branch changed, for then nothing compares. */
    public static @Nullable WaterChange between(ComparedWater before, ComparedWater now, ChangeSettings settings) {
        if (before.shares() != null && now.shares() != null) {
            return ofShares(before.shares(), now.shares(), settings);
        }
        return before.shares() == null && now.shares() == null ? ofClasses(before.waterClass(), now.waterClass(), settings) : null;
    }

    private static int balance(ClassShares shares) {
        return shares.good() - shares.of(WaterClass.INFERIOR_V);
    }

    private static WaterChange of(int better, boolean somewhat, boolean marked) {
        if (!somewhat) {
            return NO_MARKED_CHANGE;
        }
        if (better > 0) {
            return marked ? MARKEDLY_BETTER : SOMEWHAT_BETTER;
        }
        return marked ? MARKEDLY_WORSE : SOMEWHAT_WORSE;
    }
}
