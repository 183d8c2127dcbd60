/**
 * Pictures on their way in: told by their content, bounded before they are decoded, turned upright, painted over where nobody may
 * look, and written anew, so that nothing but the pixels is left. Knows no dataset.
 */
@NullMarked
package org.envdisclosure.platform.picture;

import org.jspecify.annotations.NullMarked;
