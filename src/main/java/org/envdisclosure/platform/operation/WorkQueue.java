package org.envdisclosure.platform.operation;

/** A table of work that waits; whoever has one is a bean of this type, and health and metrics show its length and lag. */
public interface WorkQueue {

    /** In health and metrics, such as {@code air-city-hour}. */
    String queueName();

    /** What stands in a FROM clause: one row for each piece of work, gone when it is done; our own SQL without values. */
    String queueTable();

    /** The column with the moment a piece came in. */
    default String queuedAt() {
        return "queued_at";
    }
}
