package org.envdisclosure.source.rules;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A limit as a permit or a standard sets it.
 *
 * @param averaging what it is a limit of: a word of {@link Averaging}, or {@link Averaging#ANY}
 * @param low       the least that is allowed, of pH or a removal rate; null where there is none
 * @param high      the most that is allowed; null where there is none
 * @param unit      of both, as the source of the limit writes it
 * @param judgedOn  which value it judges
 * @param standard  the permit or standard
 */
public record EmissionLimit(String averaging, @Nullable BigDecimal low, @Nullable BigDecimal high, @Nullable String unit, JudgedOn judgedOn,
                            @Nullable String standard) {
}
