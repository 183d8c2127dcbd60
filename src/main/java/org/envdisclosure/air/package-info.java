/**
 * Ambient air: stations, hourly readings with their index, the city hour.
 *
 * <p>Law: HJ 633-2012 and, from 2026-03-01, HJ 633-2026 (technical regulation on the ambient air quality index); GB 3095.
 * Licence of the data: CC BY 4.0.
 */
@NullMarked
package org.envdisclosure.air;

import org.jspecify.annotations.NullMarked;
