package org.envdisclosure.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a dataset reaches now.
 *
 * @param first    its earliest time, in the form of the wire; null where it has no rows or no time
 * @param last     its latest time
 * @param modified when its newest revision, or that of a dataset it rests on, was published; null before the first
 */
record Coverage(@Nullable String first, @Nullable String last, @Nullable Instant modified) {
}
