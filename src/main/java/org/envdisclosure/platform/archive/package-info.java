/**
 * Months that are over: of each dataset a {@code csv.gz} and a Parquet file that never change, and the pieces from which live answers
 * are put together. A month that is corrected gets new files; the old ones stay as revisions.
 */
@NullMarked
package org.envdisclosure.platform.archive;

import org.jspecify.annotations.NullMarked;
