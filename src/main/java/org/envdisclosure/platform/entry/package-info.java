/**
 * Entries that somebody wrote, of a register, a forecast, a warning: a cell that cannot be taken refuses the whole entry. Rows of
 * measurements have such cells in their key alone; what else stands beside their values costs none.
 */
@NullMarked
package org.envdisclosure.platform.entry;

import org.jspecify.annotations.NullMarked;
