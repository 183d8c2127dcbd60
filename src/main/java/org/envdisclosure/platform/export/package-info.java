/**
 * Bulk answers: any dataset's rows as CSV or NDJSON, however many, in constant memory, on connections of their own.
 *
 * <p>PostgreSQL sends text COPY, Java turns its rows into the wire's forms: numbers are PostgreSQL's own digits, and an export of
 * measured values runs as fast as PostgreSQL prints. What breaks half-way breaks the HTTP connection, so that a cut file never
 * looks complete; a connection whose COPY did not end by itself is closed and never handed on.
 */
@NullMarked
package org.envdisclosure.platform.export;

import org.jspecify.annotations.NullMarked;
