/** The grammar every dataset is declared in; formats, schemas and the catalogue are derived from it. Knows no dataset. */
@NullMarked
package org.envdisclosure.platform.dataset;

import org.jspecify.annotations.NullMarked;
