/** Pages of a dataset: one question, its keyset cursor, its rows, read in one snapshot with the revision they belong to. */
@NullMarked
package org.envdisclosure.platform.page;

import org.jspecify.annotations.NullMarked;
