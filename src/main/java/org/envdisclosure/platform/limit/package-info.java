/** How often one client may ask: who a client is, and its quota. */
@NullMarked
package org.envdisclosure.platform.limit;

import org.jspecify.annotations.NullMarked;
