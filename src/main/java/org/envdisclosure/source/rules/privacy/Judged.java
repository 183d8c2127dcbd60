package org.envdisclosure.source.rules.privacy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A row that has been looked through.
 *
 * @param shown by field what may be shown as far as the declarations go; what is never published is not there
 * @param hits  what was found in it all the same; empty where nothing is in the way
 */
public record Judged(Map<String, String> shown, List<Hit> hits) {

    /** What is left of {@link #shown} when every hit is covered. */
    public Map<String, String> masked() {
        Map<String, String> masked = new LinkedHashMap<>(shown);
        masked.replaceAll((field, text) -> Cover.over(text, hits.stream().filter(hit -> hit.field().equals(field)).toList()));
        return masked;
    }
}
