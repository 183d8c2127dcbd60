package org.envdisclosure.source.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record as its feed tells it.
 *
 * @param updated when its present state was published
 */
record FeedEntry(String record, String title, @Nullable String documentNo, @Nullable String authority, @Nullable String decision, Instant publishedAt, Instant updated) {

    private static final String PATH = "/api/v1/supervision/records/";

    /** The same for ever, whatever host serves it (RFC 4151). */
    String id() {
        return "tag:env-disclosure.org,2026:supervision-records/" + record;
    }

    String path() {
        return PATH + record;
    }
}
