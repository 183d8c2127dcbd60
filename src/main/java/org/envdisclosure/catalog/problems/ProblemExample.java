package org.envdisclosure.catalog.problems;

import java.util.List;
import java.util.Map;
import org.envdisclosure.platform.problem.ProblemType;
import org.envdisclosure.platform.web.JsonMembers;

/** What an answer of a problem's type looks like; the values are made up. */
public final class ProblemExample {

    private ProblemExample() {
    }

    /** As the service writes it in English. */
    public static Map<String, Object> of(ProblemType type) {
        JsonMembers problem = JsonMembers.of("type", type.uri())
                .with("title", type.title().en())
                .with("status", type.status())
                .with("detail", detail(type))
                .with("instance", instance(type));
        switch (type) {
            case UNKNOWN_PARAMETER -> problem.with("errors", List.of(fault("parameter", "statoin", "unknown parameter")));
            case INVALID_PARAMETER -> problem.with("errors", List.of(fault("parameter", "limit", detail(type))));
            case INVALID_BODY -> problem.with("errors", List.of(fault("pointer", "/role", detail(type))));
            case NO_GOOD_ROW, ATOMIC_BATCH_REFUSED -> receipt().forEach(problem::with);
            case INTERNAL, FILE_MISSING, UNAVAILABLE -> problem.with("trace_id", "4bf92f3577b34da6a3ce929d0e0e4736");
            default -> { }
        }
        return problem.map();
    }

    private static String detail(ProblemType type) {
        return switch (type) {
            case UNKNOWN_PARAMETER -> "this endpoint has no parameter statoin; it takes station, from, to";
            case INVALID_PARAMETER -> "limit is a whole number from 1 to 10000; use format=csv for everything at once";
            case INVALID_BODY -> "role is ingest or admin";
            case UNAUTHORIZED -> "X-API-Key is missing";
            case FORBIDDEN -> "this needs the role admin, the key has ingest";
            case NOT_FOUND -> "there is nothing at /api/v1/nowhere; /api/v1/openapi lists what there is";
            default -> type.explanation().en();
        };
    }

    private static String instance(ProblemType type) {
        return type == ProblemType.NOT_FOUND ? "/api/v1/nowhere" : "/api/v1/…";
    }

    private static Map<String, Object> fault(String kind, String where, String detail) {
        return JsonMembers.of(kind, where).with("detail", detail).map();
    }

    private static Map<String, Object> receipt() {
        return JsonMembers.of("batch_id", "0f8fad5b-d9cb-469f-a165-70867728950e")
                .with("received", 1).with("inserted", 0).with("unchanged", 0).with("corrected", 0).with("rejected", 1)
                .with("rejects", List.of(JsonMembers.of("line", 2).with("reason", "bad_time").with("raw", "9901A,yesterday,35").map())).map();
    }
}
