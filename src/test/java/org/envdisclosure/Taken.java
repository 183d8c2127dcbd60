package org.envdisclosure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;

/** Batches of tests of which every row must be taken; thousands are sent, so their receipts are read without a script for each. */
public final class Taken {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Taken() {
    }

    /** Fails with the answer unless it is a receipt without a rejected row. */
    public static void whole(Response answer) {
        String text = answer.asString();
        assertThat(answer.statusCode()).as(text).isEqualTo(200);
        assertThat(receipt(text).path("rejected").asInt(-1)).as(text).isZero();
    }

    private static JsonNode receipt(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException none) {
            throw new AssertionError(text, none);
        }
    }
}
