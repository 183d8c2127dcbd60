package org.envdisclosure.source.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record as its feed tells it.
 *
 * @param title       null of a record that was withdrawn, as everything else but its code
 * @param updated     when its present state was published
 * @param withdrawnAt null while it is public
 */
record FeedEntry(String record, @Nullable String title, @Nullable String documentNo, @Nullable String authority, @Nullable String decision, @Nullable Instant publishedAt,
                 Instant updated, @Nullable Instant withdrawnAt, @Nullable String withdrawalReason) {

    private static final String PATH = "/api/v1/supervision/records/";

    /** The same for ever, whatever host serves it (RFC 4151). */
    String id() {
        return "tag:env-disclosure.org,2026:supervision-records/" + record;
    }

    String path() {
        return PATH + record;
    }

    boolean isWithdrawn() {
        return withdrawnAt != null;
    }
}
