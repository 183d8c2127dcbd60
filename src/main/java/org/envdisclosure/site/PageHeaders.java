package org.envdisclosure.site;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a browser is told a page may do. Nothing comes from another host, no script and no style is inside the HTML, so whatever gets into
 * a text of the data can neither run nor call out. No cookies, hence none of their headers.
 */
final class PageHeaders {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; "
            + "font-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors ";
    /** As the page asks for none of them; what it uses (clipboard, full screen) is its own anyway. */
    private static final String PERMISSIONS = "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), "
            + "magnetometer=(), microphone=(), midi=(), payment=(), usb=()";
    /** A base map is a file somebody made: it is drawn, and nothing in it ever runs. What it embeds may be drawn too. */
    private static final Map<String, String> OF_A_DRAWING = Map.of(
            "Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox");

    private PageHeaders() {
    }

    /** Of a page that only the service's own host may put into a frame. */
    static Map<String, String> ofPage() {
        return of("'self'");
    }

    /** Of a page that is made to stand in other sites' pages. */
    static Map<String, String> ofEmbedded() {
        return of("*");
    }

    /** Of an SVG that is not ours. */
    static Map<String, String> ofDrawing() {
        return OF_A_DRAWING;
    }

    private static Map<String, String> of(String frameAncestors) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Security-Policy", POLICY + frameAncestors);
        headers.put("Referrer-Policy", "same-origin");
        headers.put("Permissions-Policy", PERMISSIONS);
        return headers;
    }
}
