package org.envdisclosure.water.rules.assessment;

import org.envdisclosure.water.rules.WaterClass;
import org.jspecify.annotations.Nullable;

/**
 * What of a place in one period is held against another.
 *
 * @param waterClass null where there is none
 * @param shares     of a river or basin that went by them, else null
 */
public record ComparedWater(@Nullable WaterClass waterClass, @Nullable ClassShares shares) {
}
