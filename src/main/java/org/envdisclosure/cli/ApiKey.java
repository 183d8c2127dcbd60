package org.envdisclosure.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The caller's API key; neither {@link #toString} nor any message tells it.
 *
 * @param secret the value of the header {@code X-API-Key}
 */
record ApiKey(String secret) {

    static final String VARIABLE = "ENVD_API_KEY";

    private static final Pattern HEADER_SAFE = Pattern.compile("[!-~]+");

    ApiKey {
        // checked here, because the HTTP client would quote the key in its complaint
        if (!HEADER_SAFE.matcher(secret).matches()) {
            throw new IllegalArgumentException("the API key is empty or has characters other than visible ASCII ones");
        }
    }

    /** Option before file before environment; option and file together are refused, as one of them would be ignored. */
    static ApiKey of(@Nullable String option, @Nullable Path file, Map<String, String> environment) {
        if (option != null && file != null) {
            throw new IllegalArgumentException("--key and --key-file are both given; give one of them");
        }
        if (option != null) {
            return new ApiKey(option.strip());
        }
        if (file != null) {
            return new ApiKey(onlyLine(file));
        }
        @Nullable String variable = environment.get(VARIABLE);
        if (variable == null) {
            throw new IllegalArgumentException("no API key: give --key-file, --key or the variable " + VARIABLE);
        }
        return new ApiKey(variable.strip());
    }

    private static String onlyLine(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("--key-file " + FileTrouble.words(file, unreadable));
        }
    }

    @Override
    public String toString() {
        return "ApiKey[hidden]";
    }
}
