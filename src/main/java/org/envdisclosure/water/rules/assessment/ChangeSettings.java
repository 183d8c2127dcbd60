package org.envdisclosure.water.rules.assessment;

import java.math.BigDecimal;

/**
 * From where on water counts as changed. Only that more than 20 percentage points of a river are a marked change is quoted by
 * others; the rest is from memory: this service's settings, not the rule's text.
 *
 * @param markedSteps how many classes a section must go to have changed markedly; fewer have changed it somewhat
 * @param somewhat    of a river: the least ΔG - ΔD, in percentage points, that is still none; more has changed somewhat
 * @param marked      more than this has changed markedly
 */
public record ChangeSettings(int markedSteps, BigDecimal somewhat, BigDecimal marked) {

    public static final ChangeSettings USUAL = new ChangeSettings(2, BigDecimal.valueOf(10), BigDecimal.valueOf(20));
}
