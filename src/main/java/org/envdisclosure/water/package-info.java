/**
 * Surface water: sections, automatic readings with their class, the states of stations.
 *
 * <p>Law: GB 3838-2002 (environmental quality standard for surface water); 环办〔2011〕22号 and 环办监测函〔2020〕714号 for
 * evaluation. Licence of the data: CC BY 4.0.
 */
@NullMarked
package org.envdisclosure.water;

import org.jspecify.annotations.NullMarked;
