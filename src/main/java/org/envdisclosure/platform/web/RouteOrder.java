package org.envdisclosure.platform.web;

/** What comes before the endpoints, the highest first. */
public final class RouteOrder {

    /** Before anything looks at the path. */
    static final int SOUND_PATH = 500;
    /** On every answer, refusals too. */
    static final int COMMON_HEADERS = 400;
    /** Before the body is read. */
    public static final int LIMIT = 300;

    /** What is kept ready, for those who are let through. */
    static final int HOT = 250;
    /** Files in memory, which are no endpoints; before whatever else would answer with them. */
    public static final int FILES = 240;
    /** Only what must be worked out. */
    static final int WAITING = 200;

    private RouteOrder() {
    }
}
