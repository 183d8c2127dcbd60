package org.envdisclosure.platform.dataset;

import java.time.Instant;

/**
 * A past state of a dataset.
 *
 * @param revision the dataset's revision number
 * @param moment   what other datasets the answer draws on (a register) are read as of: their newest revision at or before it
 */
public record AsOf(long revision, Instant moment) {
}
