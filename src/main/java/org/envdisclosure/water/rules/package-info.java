/**
 * GB 3838-2002 and the trophic level index as pure functions: items, limits, class of an item, class of a reading, trophic state.
 *
 * <p>Values are {@link java.math.BigDecimal} in the unit of their item, as received: a class is decided on every digit of them.
 * What no text at hand settles is a setting, with the doubt beside it.
 */
@NullMarked
package org.envdisclosure.water.rules;

import org.jspecify.annotations.NullMarked;
