/** One published row: every state it has had, and how it is taken back. Knows no dataset. */
@NullMarked
package org.envdisclosure.platform.row;

import org.jspecify.annotations.NullMarked;
