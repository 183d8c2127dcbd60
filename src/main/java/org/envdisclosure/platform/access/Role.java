package org.envdisclosure.platform.access;

import java.util.Locale;

/** What a key may do; a later role may do all an earlier one may. */
public enum Role {
    INGEST, ADMIN;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean includes(Role needed) {
        return compareTo(needed) >= 0;
    }
}
