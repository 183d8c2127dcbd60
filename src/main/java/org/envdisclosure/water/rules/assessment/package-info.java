/**
 * The assessment of sections, rivers, lakes and drinking-water sources over a month, quarter or year: 环办〔2011〕22号, and
 * 环办监测函〔2020〕714号 with the statistics of 环办监测函〔2020〕82号.
 *
 * <p>Of these texts parts were at hand, others only as quoted. What is known from others is said where it is used; what no text
 * settles is a setting of this service, with the doubt beside it.
 */
@NullMarked
package org.envdisclosure.water.rules.assessment;

import org.jspecify.annotations.NullMarked;
