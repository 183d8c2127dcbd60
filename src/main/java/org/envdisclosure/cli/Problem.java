package org.envdisclosure.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Why the service refused, in its own words (RFC 9457) where it gave some.
 *
 * @param sentence status, title and detail on one line
 * @param details  one line for each bad parameter or field, then what else the service told (trace id, batch id)
 */
record Problem(String sentence, List<String> details) {

    private static final Set<String> STANDARD = Set.of("type", "title", "status", "detail", "instance", "errors");

    static Problem of(Reply reply) {
        if (reply.json().isObject()) {
            return new Problem(sentence(reply), details(reply.json()));
        }
        if (reply.status() / 100 == 3) {
            return new Problem("%d: the service is at %s; give that address with --server".formatted(
                    reply.status(), Printable.line(reply.headers().firstValue("Location").orElse("another place"))), List.of());
        }
        // a gateway's page of HTML tells an operator nothing
        String text = reply.text().stripLeading().startsWith("<") ? "" : Printable.excerpt(reply.text());
        return new Problem(text.isEmpty() ? String.valueOf(reply.status()) : reply.status() + ": " + text, List.of());
    }

    private static String sentence(Reply reply) {
        return Stream.of(reply.json().path("title").asText(), reply.json().path("detail").asText())
                .filter(text -> !text.isBlank())
                .map(Printable::line)
                .collect(Collectors.joining(": ", reply.status() + " ", ""))
                .strip();
    }

    private static List<String> details(JsonNode problem) {
        List<String> details = new ArrayList<>();
        for (JsonNode error : problem.path("errors")) {
            // one fault alone is often told in the problem's own detail already
            if (!error.path("detail").equals(problem.path("detail"))) {
                String place = error.path("parameter").asText(error.path("pointer").asText());
                details.add(Printable.line(place + ": " + error.path("detail").asText()));
            }
        }
        for (Map.Entry<String, JsonNode> member : problem.properties()) {
            if (!STANDARD.contains(member.getKey()) && member.getValue().isValueNode() && !member.getValue().isNull()) {
                details.add(Printable.line(member.getKey() + ": " + member.getValue().asText()));
            }
        }
        return List.copyOf(details);
    }
}
