package org.envdisclosure.platform.export;

import java.util.Locale;

/** How an export ended. */
enum Ending {
    /** Everything was delivered. */
    FINISHED,
    /** Nobody asked for the body: HEAD, a 304, a refusal. */
    NOT_STREAMED,
    /** The client closed the connection. */
    CLIENT_GONE,
    /** The client took nothing for {@link ExportConfig#stall()}. */
    CLIENT_STALLED,
    /** The database handed over nothing for {@link ExportConfig#silence()}. */
    DATABASE_SILENT,
    /** It took longer than {@link ExportConfig#longest()}. */
    TOO_LONG,
    /** The service is going down. */
    SHUT_DOWN,
    /** The database or the printing failed. */
    FAILED;

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the database connection did all it was asked for and may serve another export. */
    boolean isClean() {
        return this == FINISHED || this == NOT_STREAMED;
    }
}
