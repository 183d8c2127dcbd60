/**
 * The command line: {@code import} and {@code keys}, clients of a running service over its public HTTP contract.
 *
 * <p>Starts neither HTTP nor database nor Quarkus, and imports no other room: what it knows of the service is what any
 * other client knows.
 */
@NullMarked
package org.envdisclosure.cli;

import org.jspecify.annotations.NullMarked;
