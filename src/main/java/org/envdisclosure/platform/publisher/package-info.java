/** Who publishes the data, as the operator says it once for all that names it. */
@NullMarked
package org.envdisclosure.platform.publisher;

import org.jspecify.annotations.NullMarked;
