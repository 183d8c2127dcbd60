package org.envdisclosure.site;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Settings of the built-in page, {@code ENVD_PAGE_*}. None is needed. */
@ConfigMapping(prefix = "envd.page")
interface PageConfig {

    /** Code of the city shown first (GB/T 2260). Unset: the first city of the air data, which is right where there is one. */
    Optional<String> city();

    /** Whom readers write to about the page: a mail address, a URL, or a few words. Unset: nothing is shown, nothing is made up. */
    Optional<String> contact();

    BaseMap map();

    /**
     * What is drawn under the points of the map. Unset: nothing, only a grid. In China a map that is shown to the public needs approval and
     * bears its number; the three settings go together, so that no map is shown without it.
     */
    interface BaseMap {

        /** Path of a PNG, JPEG, WebP or SVG; read once, at start. */
        Optional<String> image();

        /**
         * {@code minLon,minLat,maxLon,maxLat} in degrees of what the picture shows from edge to edge. Its projection is plate carrée, a degree of
         * longitude as wide everywhere and a degree of latitude as high, and its datum that of the registers (WGS84 or CGCS2000, not GCJ-02): else points lie beside their places.
         */
        Optional<String> bbox();

        /** The map's approval number (审图号), as it is to be printed on it. */
        Optional<String> approvalNumber();
    }
}
