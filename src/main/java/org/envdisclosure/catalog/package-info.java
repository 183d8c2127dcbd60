/**
 * The service describes its data: a catalogue (DCAT 3), the columns of every dataset (CSVW). Derived from the declarations;
 * knows no dataset by name.
 */
@NullMarked
package org.envdisclosure.catalog;

import org.jspecify.annotations.NullMarked;
