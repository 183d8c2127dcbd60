/**
 * Statistics and assessment over months, quarters and years by HJ 663, limits by GB 3095, composite index, ranking,
 * comparison with the year before, and how good forecasts were.
 *
 * <p>The full text of HJ 663 (2013 and 2026) was not at hand. What is known of it from others is said where it is used; what is
 * not known is a setting, with the doubt beside it. Concentrations are µg/m³, of CO mg/m³, and of ozone the day's greatest
 * 8-hour mean.
 */
@NullMarked
package org.envdisclosure.air.rules.period;

import org.jspecify.annotations.NullMarked;
