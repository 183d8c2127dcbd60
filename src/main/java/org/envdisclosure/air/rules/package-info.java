/**
 * HJ 633-2012 and HJ 633-2026 as pure functions: index, level, primary pollutants, sliding means, the day of a station, city means.
 *
 * <p>Concentrations are µg/m³, of CO mg/m³, as {@link java.math.BigDecimal}; no binary floating point anywhere, since the
 * index rounds up and a stray last bit would be a whole index point (CO 2.2 mg/m³ over 24 hours is 55, not 56).
 */
@NullMarked
package org.envdisclosure.air.rules;

import org.jspecify.annotations.NullMarked;
