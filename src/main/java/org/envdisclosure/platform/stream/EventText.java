package org.envdisclosure.platform.stream;

import java.nio.charset.StandardCharsets;
import org.envdisclosure.platform.web.JsonText;
import org.jspecify.annotations.Nullable;

/** The lines of server-sent events (HTML standard, 9.2.6). */
final class EventText {

    /** Begins every stream: how many milliseconds a browser waits before it comes again. Enough for a rolling update to go on. */
    static final String OPENING = "retry: 3000\n\n";
    /** A comment, which no reader sees: it keeps whatever stands between from closing a line on which nothing happens. */
    static final String HEARTBEAT = ":\n\n";

    private EventText() {
    }

    /**
     * @param id   what a reader sends back to go on behind this event; null where it is not known yet
     * @param data becomes JSON, which has no line breaks
     */
    static String event(String name, @Nullable String id, Object data) {
        return "event: " + name + '\n' + (id == null ? "" : "id: " + id + '\n') + "data: " + new String(JsonText.bytes(data), StandardCharsets.UTF_8) + "\n\n";
    }
}
