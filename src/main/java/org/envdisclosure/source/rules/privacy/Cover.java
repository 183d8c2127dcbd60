package org.envdisclosure.source.rules.privacy;

import java.util.Comparator;
import java.util.List;

/** Covers places of a text. */
final class Cover {

    private static final String STARS = "***";

    private Cover() {
    }

    /** Each hit becomes three stars, however long it was; overlapping ones become one. */
    static String over(String text, List<Hit> hits) {
        StringBuilder covered = new StringBuilder(text.length());
        int shown = 0;
        for (Hit hit : hits.stream().sorted(Comparator.comparingInt(Hit::from)).toList()) {
            if (hit.from() >= shown) {
                covered.append(text, shown, hit.from()).append(STARS);
            }
            shown = Math.max(shown, hit.to());
        }
        return covered.append(text, shown, text.length()).toString();
    }
}
