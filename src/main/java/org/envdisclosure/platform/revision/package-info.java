/** Numbered states of a dataset: given and stamped under the dataset's lock, at commit. */
@NullMarked
package org.envdisclosure.platform.revision;

import org.jspecify.annotations.NullMarked;
