/** SQL as text with typed values: bound as parameters where the protocol can, rendered as literals where COPY cannot. */
@NullMarked
package org.envdisclosure.platform.sql;

import org.jspecify.annotations.NullMarked;
