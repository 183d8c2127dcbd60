package org.envdisclosure.platform.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Strong validators of resources that can be written under a condition: the revision of the resource's own state, then whatever
 * tells its representations apart, such as {@code "r17-2026-01-01"} and {@code "r17-2026-01-01-gzip"}.
 */
public final class EntityTags {

    private static final Pattern OF_A_STATE = Pattern.compile("\"r(\\d{1,15})(-[^\"]*)?\"");

    private EntityTags() {
    }

    /** @param validator {@code r<revision>} and what else the representation rests on */
    static String of(String validator, Asked asked, byte[] body) {
        String query = asked.target().indexOf('?') < 0 ? "" : "-" + Validator.etag(asked.target()).replace("\"", "");
        return '"' + validator + query + (AnswerBody.isCompressed(asked, body) ? "-gzip" : "") + '"';
    }

    /** The plain tag of a state, as an answer to a write carries it. */
    public static String of(String validator) {
        return '"' + validator + '"';
    }

    /**
     * Whether a conditional header names the state with this revision, in any representation. Strong comparison, as RFC 9110 asks
     * for {@code If-Match}: a weak tag names nothing.
     *
     * @param header   the value of {@code If-Match} or {@code If-None-Match}
     * @param revision of the resource's present state; null when there is none
     */
    public static boolean names(String header, @Nullable Long revision) {
        List<String> tags = Arrays.stream(header.split(",")).map(String::strip).toList();
        return revision != null && (tags.contains("*") || tags.stream().anyMatch(tag -> revisionOf(tag).filter(revision::equals).isPresent()));
    }

    private static Optional<Long> revisionOf(String tag) {
        Matcher matcher = OF_A_STATE.matcher(tag);
        return matcher.matches() ? Optional.of(Long.valueOf(matcher.group(1))) : Optional.empty();
    }
}
