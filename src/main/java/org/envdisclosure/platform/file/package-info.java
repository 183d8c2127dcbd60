/** Files that are whole or not there. */
@NullMarked
package org.envdisclosure.platform.file;

import org.jspecify.annotations.NullMarked;
