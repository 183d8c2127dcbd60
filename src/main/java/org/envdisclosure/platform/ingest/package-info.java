/** Batches in: read as a stream, judged row by row, staged, merged under the dataset's lock, receipted. Knows no dataset. */
@NullMarked
package org.envdisclosure.platform.ingest;

import org.jspecify.annotations.NullMarked;
