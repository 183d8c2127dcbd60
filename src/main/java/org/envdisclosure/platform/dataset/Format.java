package org.envdisclosure.platform.dataset;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The forms an answer can take. */
public enum Format {
    /** A page: {@code data}, {@code page}, {@code meta}. */
    JSON("application/json"),
    /** Streamed, RFC 4180. */
    CSV("text/csv"),
    /** Streamed, one JSON object a line. */
    NDJSON("application/x-ndjson"),
    /** A FeatureCollection (RFC 7946), for datasets with coordinates. */
    GEOJSON("application/geo+json"),
    /** The compact form for charts: one array per column. */
    COLUMNS("application/vnd.env-disclosure.columns+json");

    private final String mediaType;

    Format(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The word of {@code ?format=}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Streamed formats have no page, no cursor and no limit unless one is asked for. */
    public boolean isStreamed() {
        return this == CSV || this == NDJSON;
    }

    public static Optional<Format> ofWire(String word) {
        return Arrays.stream(values()).filter(format -> format.wire().equals(word)).findFirst();
    }
}
