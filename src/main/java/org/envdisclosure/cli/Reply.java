package org.envdisclosure.cli;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * What the service answered.
 *
 * @param text the body as it came
 * @param json the same body read; a missing node when it is no JSON
 */
record Reply(int status, HttpHeaders headers, String text, JsonNode json) {

    static final JsonMapper JSON = new JsonMapper();

    static Reply of(HttpResponse<String> response) {
        return new Reply(response.statusCode(), response.headers(), response.body(), read(response.body()));
    }

    boolean successful() {
        return status / 100 == 2;
    }

    /**
     * {@code Retry-After}, given in seconds or as a date; a date is measured against the answer's own {@code Date}, so
     * that the two clocks need not agree.
     */
    Optional<Duration> retryAfter() {
        Optional<String> value = headers.firstValue("Retry-After").map(String::strip);
        if (value.isPresent() && value.get().matches("\\d{1,9}")) {
            return value.map(Long::parseLong).map(Duration::ofSeconds);
        }
        return headers.firstValue("Date")
                .flatMap(Reply::httpDate)
                .flatMap(now -> value.flatMap(Reply::httpDate).map(then -> Duration.between(now, then)))
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
    }

    private static Optional<ZonedDateTime> httpDate(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }
}
