package org.envdisclosure.page;

import java.util.Locale;

/** What a reader can look at: the pages, and those of them that show one thing by its code in the sample. */
enum Sight {
    TODAY("/"),
    WATER("/water/"),
    SECTION("/water/?section=99S003"),
    SOURCES("/sources/"),
    SOURCE("/sources/?source=99E001"),
    DATA("/data/"),
    DATASET("/data/?dataset=air-hourly"),
    DISCLOSURE("/disclosure/"),
    EMBED_AQI("/embed/aqi?city=990100"),
    EMBED_CHART("/embed/chart?station=9901A");

    private final String path;

    Sight(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }

    /** One thing, which may not be there. */
    boolean isOfOne() {
        return path.matches("/(water|sources)/\\?.*");
    }

    /** One that stands in another site's page has neither its name nor its way around. */
    boolean isWhole() {
        return !path.startsWith("/embed/");
    }

    /** As in the name of a picture. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
