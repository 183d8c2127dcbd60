/** What an operator sees: health, and the measures of the data and of the answers. */
@NullMarked
package org.envdisclosure.platform.operation;

import org.jspecify.annotations.NullMarked;
