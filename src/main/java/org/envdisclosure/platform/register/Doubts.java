package org.envdisclosure.platform.register;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Counts what a batch brings that is taken as it is, but should be looked at. */
final class Doubts {

    private final Map<String, Predicate<VersionRow>> doubts;
    private final Map<String, Long> counted = new HashMap<>();

    Doubts(Map<String, Predicate<VersionRow>> doubts) {
        this.doubts = doubts;
        doubts.keySet().forEach(word -> counted.put(word, 0L));
    }

    void count(VersionRow row) {
        doubts.forEach((word, doubt) -> counted.merge(word, doubt.test(row) ? 1L : 0L, Long::sum));
    }

    Map<String, Long> counted() {
        return Map.copyOf(counted);
    }
}
