package org.envdisclosure.platform.web;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of a file a Range header asks for (RFC 9110, 14).
 *
 * @param first offset of its first byte
 * @param count how many; 0 when the range lies outside the file
 */
record ByteRange(long first, long count) {

    private static final Pattern ONE_RANGE = Pattern.compile("(?i)bytes=(\\d{0,18})-(\\d{0,18})");

    /** Empty for the whole file: no header, another unit, several ranges, or one that means nothing; a server may pass over those. */
    static Optional<ByteRange> of(@Nullable String header, long length) {
        Matcher range = ONE_RANGE.matcher(header == null ? "" : header.replace(" ", ""));
        if (!range.matches() || range.group(1).isEmpty() && range.group(2).isEmpty()) {
            return Optional.empty();
        } else if (range.group(1).isEmpty()) {
            long last = Math.min(Long.parseLong(range.group(2)), length);
            return Optional.of(new ByteRange(length - last, last));
        }
        long first = Long.parseLong(range.group(1));
        long last = range.group(2).isEmpty() ? length - 1 : Math.min(Long.parseLong(range.group(2)), length - 1);
        boolean backwards = !range.group(2).isEmpty() && Long.parseLong(range.group(2)) < first;
        return backwards ? Optional.empty() : Optional.of(new ByteRange(first, Math.max(0, last - first + 1)));
    }

    boolean isOutside() {
        return count == 0;
    }

    String contentRange(long length) {
        return "bytes %d-%d/%d".formatted(first, first + count - 1, length);
    }
}
