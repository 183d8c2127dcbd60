/** Instants inside, the fixed offset +08:00 on the wire; the one clock of the service. */
@NullMarked
package org.envdisclosure.platform.time;

import org.jspecify.annotations.NullMarked;
