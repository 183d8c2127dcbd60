/** Registers whose entries are versions valid in time: read as of a day, entered one by one or in batches, never erased. */
@NullMarked
package org.envdisclosure.platform.register;

import org.jspecify.annotations.NullMarked;
