package org.envdisclosure.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The forms in which the service takes rows. */
enum RowFormat {

    CSV("text/csv", List.of(".csv")),
    JSON("application/json", List.of(".json")),
    NDJSON("application/x-ndjson", List.of(".ndjson", ".jsonl"));

    private static final Pattern MEDIA_TYPE = Pattern.compile("[\\w.+-]+/[\\w.+-]+( *;[ -~]*)?");

    private final String mediaType;
    private final List<String> endings;

    RowFormat(String mediaType, List<String> endings) {
        this.mediaType = mediaType;
        this.endings = endings;
    }

    String mediaType() {
        return mediaType;
    }

    /** By the file's name, with or without {@code .gz} behind. */
    static Optional<RowFormat> ofFile(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
        return Arrays.stream(values()).filter(format -> format.endings.stream().anyMatch(plain::endsWith)).findFirst();
    }

    /**
     * @param given {@code csv}, {@code json}, {@code ndjson} or a media type
     * @throws IllegalArgumentException for anything else
     */
    static String mediaType(String given) {
        if (MEDIA_TYPE.matcher(given).matches()) {
            return given;
        }
        return Arrays.stream(values())
                .filter(format -> format.name().equalsIgnoreCase(given))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "--content-type is '%s', it takes csv, json, ndjson or a media type such as text/csv".formatted(given)))
                .mediaType;
    }
}
