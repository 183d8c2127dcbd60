/** SQL as text with typed values: bound as parameters where the protocol can, literals where COPY cannot; and transactions. */
@NullMarked
package org.envdisclosure.platform.sql;

import org.jspecify.annotations.NullMarked;
