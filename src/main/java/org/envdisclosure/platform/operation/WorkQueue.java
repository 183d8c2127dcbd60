package org.envdisclosure.platform.operation;

/**
 * A table of work that waits; a room that has one declares it as a bean, and health and metrics show its length and lag.
 *
 * @param name     in health and metrics, such as {@code air-city-hour}
 * @param table    one row for each piece of work, gone when it is done
 * @param queuedAt the column with the moment a piece came in
 */
public record WorkQueue(String name, String table, String queuedAt) {
}
