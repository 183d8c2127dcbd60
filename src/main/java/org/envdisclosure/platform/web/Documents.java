package org.envdisclosure.platform.web;

import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Answers with a small document that is made whole before it is sent: its validator comes from its own bytes. */
public final class Documents {

    private Documents() {
    }

    /** 200, or 304 when the caller has these very bytes. */
    public static Response answer(Asked asked, String mediaType, byte[] body) {
        String etag = Validator.etag(mediaType, AnswerBody.isCompressed(asked, body), new String(body, StandardCharsets.UTF_8));
        return WholeAnswer.of(asked, mediaType, etag, "public, max-age=60", List.of(), body).to(asked);
    }
}
