package org.envdisclosure.platform.page;

/** Oldest first or newest first. */
public enum Order {
    ASC(">"),
    DESC("<");

    private final String behind;

    Order(String behind) {
        this.behind = behind;
    }

    /** The comparison that holds for rows behind a given one. */
    String behind() {
        return behind;
    }
}
