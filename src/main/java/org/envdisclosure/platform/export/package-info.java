/**
 * Bulk answers: any dataset's rows as CSV or NDJSON, however many, in constant memory, on connections of their own.
 *
 * <p>PostgreSQL sends binary COPY, Java prints the text. What breaks half-way breaks the HTTP connection, so that a cut file never
 * looks complete; a connection whose COPY did not end by itself is closed and never handed on.
 */
@NullMarked
package org.envdisclosure.platform.export;

import org.jspecify.annotations.NullMarked;
