package org.envdisclosure.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What came back.
 *
 * @param headers by lower-case name
 */
record Answer(int status, Map<String, String> headers, byte[] body) {

    private static final JsonMapper JSON = new JsonMapper();

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (IOException notJson) {
            throw new UncheckedIOException("not JSON: " + text(), notJson);
        }
    }

    /** A problem by RFC 9457 with this status whose detail holds {@code words}. */
    Answer isProblem(int expected, String words) {
        assertThat(status).as("status, with %s", text()).isEqualTo(expected);
        assertThat(headers.get("content-type")).as("content type").startsWith("application/problem+json");
        JsonNode problem = json();
        assertThat(problem.path("type").asText()).startsWith("/api/v1/problems/");
        assertThat(problem.path("title").asText()).isNotBlank();
        assertThat(problem.path("status").asInt()).isEqualTo(expected);
        assertThat(problem.path("detail").asText()).contains(words);
        assertThat(problem.path("instance").asText()).startsWith("/");
        return this;
    }

    /** The faults name this query parameter. */
    Answer naming(String parameter) {
        assertThat(faults("parameter")).as("parameters named in %s", text()).contains(parameter);
        return this;
    }

    /** The faults point to this part of the body. */
    Answer pointing(String pointer) {
        assertThat(faults("pointer")).as("pointers in %s", text()).contains(pointer);
        return this;
    }

    private List<String> faults(String member) {
        List<String> named = new ArrayList<>();
        json().path("errors").forEach(fault -> named.add(fault.path(member).asText()));
        return named;
    }
}
