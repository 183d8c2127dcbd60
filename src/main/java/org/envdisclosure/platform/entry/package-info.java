/** Entries that somebody wrote, of a register, a forecast, a warning: a cell that cannot be taken refuses the whole entry. */
@NullMarked
package org.envdisclosure.platform.entry;

import org.jspecify.annotations.NullMarked;
