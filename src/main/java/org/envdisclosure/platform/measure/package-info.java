/** Measured values: status, flags, received text and decimal rounding. Pure: no framework, no clock, no database. */
@NullMarked
package org.envdisclosure.platform.measure;

import org.jspecify.annotations.NullMarked;
