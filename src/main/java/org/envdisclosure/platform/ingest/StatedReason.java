package org.envdisclosure.platform.ingest;

import org.envdisclosure.platform.dataset.Filters;
import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.web.QueryString;

/** Why somebody changes by hand what is published: without a reason nobody may. */
public final class StatedReason {

    /** The query parameter that holds it. */
    public static final String PARAMETER = "reason";

    private StatedReason() {
    }

    /** @throws ApiProblem when there is none, or one longer than 200 characters */
    public static String of(QueryString query) {
        String reason = query.one(PARAMETER).map(String::strip).orElse("");
        if (reason.isEmpty()) {
            throw ApiProblem.parameter(PARAMETER, "须在 reason 中写明理由（1 至 200 字）", "say why: give reason, 1 to 200 characters");
        }
        Filters.requireText(PARAMETER, reason);
        return reason;
    }
}
