package org.envdisclosure.site;

import static java.util.Map.entry;

import java.util.Map;

/** What kind of file a browser is told it gets, by the end of its name; it must not guess ({@code nosniff}). */
final class MediaTypes {

    static final String HTML = "text/html; charset=utf-8";
    static final String JSON = "application/json";
    static final String SVG = "image/svg+xml";

    private static final Map<String, String> BY_ENDING = Map.ofEntries(
            entry("js", "text/javascript; charset=utf-8"),
            entry("css", "text/css; charset=utf-8"),
            entry("txt", "text/plain; charset=utf-8"),
            entry("json", JSON),
            entry("webmanifest", "application/manifest+json"),
            entry("svg", SVG),
            entry("png", "image/png"),
            entry("jpg", "image/jpeg"),
            entry("webp", "image/webp"),
            entry("ico", "image/vnd.microsoft.icon"),
            entry("woff2", "font/woff2"));

    private MediaTypes() {
    }

    /**
     * Of a file that is no page; those are all called {@code index.html}.
     *
     * @throws IllegalStateException for a file that would go out without a type, which no file of a release does
     */
    static String of(String path) {
        String type = BY_ENDING.get(path.substring(path.lastIndexOf('.') + 1));
        if (type == null) {
            throw new IllegalStateException("the page has a file of a kind that is not known: " + path);
        }
        return type;
    }
}
