/** Codes of units, permits, outlets and factors, and what the standards say of them. Pure. */
@NullMarked
package org.envdisclosure.source.rules;

import org.jspecify.annotations.NullMarked;
