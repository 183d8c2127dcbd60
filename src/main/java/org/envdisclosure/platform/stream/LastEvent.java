package org.envdisclosure.platform.stream;

import java.util.Map;
import java.util.Optional;
import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.problem.ProblemType;
import org.envdisclosure.platform.web.Asked;
import org.envdisclosure.platform.web.JsonMembers;
import org.envdisclosure.platform.web.QueryString;
import org.jspecify.annotations.Nullable;

/**
 * What a reader says he was told last: by {@code Last-Event-ID}, which a browser sends by itself when it comes again, or by a parameter for who
 * cannot set a header. The header is the later word.
 *
 * @param told    null where he begins
 * @param problem why he begins though he sent a header
 */
record LastEvent(@Nullable Position told, @Nullable Map<String, Object> problem) {

    static final String PARAMETER = "last_event_id";
    private static final String HEADER = "Last-Event-ID";

    /**
     * A header that cannot be read is not refused: after a refusal a browser never comes again, and the id may be of another release. It is
     * told in the first event instead, which begins anew.
     *
     * @throws ApiProblem 400 for a parameter that is no id
     */
    static LastEvent of(Asked asked, QueryString query) {
        Optional<Position> parameter = query.one(PARAMETER).map(id -> Position.parse(id).orElseThrow(() -> unreadable().at(PARAMETER)));
        String header = asked.header(HEADER);
        if (header == null || header.isEmpty()) {
            return new LastEvent(parameter.orElse(null), null);
        }
        return Position.parse(header).map(told -> new LastEvent(told, null))
                .orElseGet(() -> new LastEvent(null, words(unreadable(), asked.prefersChinese())));
    }

    private static ApiProblem unreadable() {
        return ProblemType.INVALID_PARAMETER.because("不是本接口事件的 id（形式如 air-hourly:124.hnpjhats5c）；请原样送回收到的 id，或不送以重新开始",
                "this is no id of an event of this stream, such as air-hourly:124.hnpjhats5c; send one back as it came, or none to begin anew");
    }

    private static Map<String, Object> words(ApiProblem problem, boolean chinese) {
        String detail = chinese ? problem.detail().zh() : problem.detail().en();
        return JsonMembers.of("type", problem.type().uri()).with("detail", HEADER + ": " + detail).map();
    }
}
