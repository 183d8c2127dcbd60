package org.envdisclosure.platform.web;

import io.vertx.ext.web.RoutingContext;
import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * What a write asks of the state it meets (RFC 9110, 13.1).
 *
 * @param ifMatch     writes only over one of these states; {@code *} for any there is
 * @param ifNoneMatch writes over none of these; {@code *} for none at all, so that it can only create
 */
public record WriteCondition(@Nullable String ifMatch, @Nullable String ifNoneMatch) {

    public static WriteCondition of(RoutingContext context) {
        Asked asked = Asked.of(context);
        return new WriteCondition(asked.header("If-Match"), asked.header("If-None-Match"));
    }

    /**
     * @param revision of the resource's present state; null when there is none
     * @throws ApiProblem 412
     */
    public void require(@Nullable Long revision) {
        if (ifMatch != null && !EntityTags.names(ifMatch, revision)) {
            throw ProblemType.PRECONDITION_FAILED.because("If-Match 与资源的当前状态不符：它在此期间已被修改或不存在。请重新读取后再试",
                    "If-Match does not name the present state: it was changed in the meantime or is not there. Read it again and repeat");
        }
        if (ifNoneMatch != null && EntityTags.names(ifNoneMatch, revision)) {
            throw ProblemType.PRECONDITION_FAILED.because("If-None-Match 所排除的状态已存在", "If-None-Match rules out the present state: the resource is there already");
        }
    }
}
