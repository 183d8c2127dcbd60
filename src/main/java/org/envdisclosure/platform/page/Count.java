package org.envdisclosure.platform.page;

/** Whether, and how exactly, the caller wants to know how many rows there are; counting costs, so it is asked for. */
public enum Count {
    NONE, EXACT, ESTIMATED
}
