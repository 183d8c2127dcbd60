package org.envdisclosure.platform.web;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.function.UnaryOperator;
import org.envdisclosure.platform.page.Question;

@ApplicationScoped
class DatasetExports {
    interface Described {
        Response.ResponseBuilder of(Response.ResponseBuilder response, String etag);
    }

    Uni<Response> answer(Question question, Asked asked, UnaryOperator<String> etag, Described described) {
        throw new IllegalStateException();
    }
}
