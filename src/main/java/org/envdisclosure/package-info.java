/** Environmental disclosure: the entry point; every dataset, and what datasets share, is a folder below. */
@NullMarked
package org.envdisclosure;

import org.jspecify.annotations.NullMarked;
