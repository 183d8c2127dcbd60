package org.envdisclosure.platform.web;

import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;

/** Answers with a small document that is made whole before it is sent: its validator comes from its own bytes. */
public final class Documents {

    private Documents() {
    }

    /** 200, or 304 when the caller has these very bytes. */
    public static Response answer(Asked asked, String mediaType, byte[] body) {
        String etag = Validator.etag(mediaType, AnswerBody.isCompressed(asked, body), new String(body, StandardCharsets.UTF_8));
        if (asked.knows(etag)) {
            return described(Response.notModified(), etag).build();
        }
        return AnswerBody.of(asked, body).put(described(Response.ok(), etag).type(mediaType), asked);
    }

    private static Response.ResponseBuilder described(Response.ResponseBuilder response, String etag) {
        return response.header("ETag", etag)
                .header("Vary", "Accept, Accept-Encoding")
                .header("Cache-Control", "public, max-age=60");
    }
}
