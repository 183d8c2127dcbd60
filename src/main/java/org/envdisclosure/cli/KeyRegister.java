package org.envdisclosure.cli;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The service's API keys: {@code /keys}. */
final class KeyRegister {

    private static final String PATH = "/keys";

    private final Service service;

    KeyRegister(Service service) {
        this.service = service;
    }

    /** The new key's entry, and this once {@code key}, the secret itself. */
    JsonNode create(String name, String role) throws NoAnswer, RefusedCall {
        ObjectNode wanted = Reply.JSON.createObjectNode().put("name", name).put("role", role);
        JsonNode created = answer("POST", PATH, Map.of(), BodyPublishers.ofString(wanted.toString()));
        if (!created.path("key").isTextual()) {
            throw new RefusedCall(new Problem("the answer holds no key; is --server an env-disclosure service?", List.of()));
        }
        return created;
    }

    /** Every key, revoked ones too; as a plain array or as pages of {@code data}. */
    List<JsonNode> list() throws NoAnswer, RefusedCall {
        List<JsonNode> keys = new ArrayList<>();
        Map<String, String> query = Map.of();
        while (true) {
            JsonNode answer = answer("GET", PATH, query, BodyPublishers.noBody());
            JsonNode page = answer.isArray() ? answer : answer.path("data");
            if (!page.isArray()) {
                throw new RefusedCall(new Problem("the answer holds no keys; is --server an env-disclosure service?", List.of()));
            }
            page.forEach(keys::add);
            JsonNode next = answer.path("page").path("next_cursor");
            if (!next.isTextual()) {
                return keys;
            }
            query = Map.of("cursor", next.asText());
        }
    }

    void revoke(String id) throws NoAnswer, RefusedCall {
        answer("DELETE", PATH + "/" + ServiceAddress.encoded(id), Map.of(), BodyPublishers.noBody());
    }

    private JsonNode answer(String method, String path, Map<String, String> query, BodyPublisher body) throws NoAnswer, RefusedCall {
        Reply reply = service.call(method, path, query, body);
        if (!reply.successful()) {
            throw new RefusedCall(Problem.of(reply));
        }
        return reply.json();
    }
}
