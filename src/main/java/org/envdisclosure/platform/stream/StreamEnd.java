package org.envdisclosure.platform.stream;

import java.util.Locale;

/** Why a stream ended. */
enum StreamEnd {
    CLIENT_GONE, CLIENT_STALLED, SHUT_DOWN;

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
