/**
 * Records and documents that are taken down: every public path, at every past state, then shows only key, when and why; the original
 * stays for the bureau alone. Measured data is never taken down. Knows no dataset.
 */
@NullMarked
package org.envdisclosure.platform.withdrawal;

import org.jspecify.annotations.NullMarked;
