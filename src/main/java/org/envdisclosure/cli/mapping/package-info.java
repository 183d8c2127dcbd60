/**
 * Mapping files: how the records of somebody else's file become rows of a dataset's own columns, declared and not programmed.
 *
 * <p>Pure but for the stream it reads from: a record goes in, and rows or refusals come out, each with the line it came from.
 * Text is trimmed when it is read and after each step; what is then empty, or a blank mark, is no value.
 */
@NullMarked
package org.envdisclosure.cli.mapping;

import org.jspecify.annotations.NullMarked;
