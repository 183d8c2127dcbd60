package org.envdisclosure.platform.page;

import java.time.Instant;
import org.envdisclosure.platform.dataset.AsOf;

/**
 * The state a snapshot of the database is in, as far as one question goes.
 *
 * @param asOf      its revision and the moment of that
 * @param validator text that changes whenever the answer may
 * @param changedAt when the answer last changed
 */
record PageState(AsOf asOf, String validator, Instant changedAt) {
}
