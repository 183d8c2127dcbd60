package org.envdisclosure.platform.time;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An interval of covered time; which end a row's own label belongs to is decided by the dataset's time axis.
 *
 * @param from start, null when open
 * @param to   end, null when open; later than {@code from}
 */
public record TimeRange(@Nullable Instant from, @Nullable Instant to) {

    public static final TimeRange ALL = new TimeRange(null, null);
}
