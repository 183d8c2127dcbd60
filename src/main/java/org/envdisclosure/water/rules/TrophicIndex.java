package org.envdisclosure.water.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The comprehensive trophic level index of a lake or reservoir (综合营养状态指数, TLI(Σ)): the terms weighted by r², the weights
 * shared out anew over the terms there are.
 *
 * @param terms       each TLI(j), rounded for print; a term without a value above zero is not there
 * @param index       rounded once from the unrounded terms; null without any term
 * @param state       null without an index, and usually where a term is missing
 * @param provisional true for a state that rests on fewer than five terms
 */
public record TrophicIndex(Map<TrophicTerm, BigDecimal> terms, @Nullable BigDecimal index, @Nullable TrophicState state, boolean provisional) {

    public TrophicIndex {
        Map<TrophicTerm, BigDecimal> ordered = new EnumMap<>(TrophicTerm.class);
        ordered.putAll(terms);
        terms = Collections.unmodifiableMap(ordered);
    }

    /** @param values chlorophyll a in µg/L, transparency in m, the others in mg/L */
    public static TrophicIndex of(WaterValues values, TrophicSettings settings) {
        Map<TrophicTerm, BigDecimal> unrounded = new EnumMap<>(TrophicTerm.class);
        for (TrophicTerm term : TrophicTerm.values()) {
            BigDecimal value = values.get(term.item());
            BigDecimal own = value == null ? null : term.index(value);
            if (own != null) {
                unrounded.put(term, own);
            }
        }
        return of(unrounded, settings);
    }

    private static TrophicIndex of(Map<TrophicTerm, BigDecimal> unrounded, TrophicSettings settings) {
        if (unrounded.isEmpty()) {
            return new TrophicIndex(Map.of(), null, null, false);
        }
        BigDecimal index = weighted(unrounded, settings.digits());
        boolean complete = unrounded.size() == TrophicTerm.values().length;
        boolean judged = complete || settings.stateFromIncomplete();
        Map<TrophicTerm, BigDecimal> shown = new EnumMap<>(unrounded);
        shown.replaceAll((term, own) -> own.setScale(settings.digits(), RoundingMode.HALF_EVEN));
        return new TrophicIndex(shown, index, judged ? TrophicState.of(index) : null, judged && !complete);
    }

    private static BigDecimal weighted(Map<TrophicTerm, BigDecimal> unrounded, int digits) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal weights = BigDecimal.ZERO;
        for (Map.Entry<TrophicTerm, BigDecimal> term : unrounded.entrySet()) {
            sum = sum.add(term.getValue().multiply(term.getKey().squaredCorrelation()));
            weights = weights.add(term.getKey().squaredCorrelation());
        }
        return sum.divide(weights, digits, RoundingMode.HALF_EVEN);
    }

    /** How many terms the index rests on, 0 to 5 ({@code tli_items}). */
    public int items() {
        return terms.size();
    }

    public List<TrophicTerm> missing() {
        return Arrays.stream(TrophicTerm.values()).filter(term -> !terms.containsKey(term)).toList();
    }
}
