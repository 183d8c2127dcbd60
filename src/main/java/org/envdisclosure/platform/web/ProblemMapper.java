package org.envdisclosure.platform.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.logging.Log;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.problem.ProblemType;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every failure as {@code application/problem+json}. What is ours is logged with its trace; what is the caller's is not. */
class ProblemMapper {

    private final Endpoints endpoints;

    ProblemMapper(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    @ServerExceptionMapper
    Response refused(ApiProblem problem, RoutingContext context) {
        return answer(problem, context);
    }

    @ServerExceptionMapper
    Response nothingThere(NotFoundException notFound, RoutingContext context) {
        return ProblemAnswer.nothingAt(context).response();
    }

    @ServerExceptionMapper
    Response notTaken(NotAllowedException refused, RoutingContext context) {
        String allow = endpoints.at(context.normalizedPath()).map(Endpoints.Endpoint::allow).orElse("OPTIONS");
        return ProblemAnswer.notTaken(allow, context).response();
    }

    @ServerExceptionMapper
    Response framework(WebApplicationException refused, RoutingContext context) {
        int status = refused.getResponse().getStatus();
        return status >= 500 ? unexpected(refused, context) : answer(of(status), context);
    }

    private static ApiProblem of(int status) {
        if (status == 415) {
            return ProblemType.UNSUPPORTED_MEDIA_TYPE.because("无法读取或不接受此 Content-Type；单个对象用 application/json，批次用 application/json、application/x-ndjson 或 text/csv，均为 UTF-8",
                    "this Content-Type cannot be read or is not taken here; use application/json for a single object, for a batch use one of application/json, application/x-ndjson, text/csv, all in UTF-8");
        }
        ProblemType type = switch (status) {
            case 404 -> ProblemType.NOT_FOUND;
            case 406 -> ProblemType.NOT_ACCEPTABLE;
            case 413 -> ProblemType.TOO_LARGE;
            default -> ProblemType.INVALID_BODY;
        };
        return type.because(type.explanation().zh(), type.explanation().en());
    }

    @ServerExceptionMapper
    Response unreadable(JsonProcessingException notJson, RoutingContext context) {
        return answer(of(400), context);
    }

    @ServerExceptionMapper
    Response unexpected(Throwable failure, RoutingContext context) {
        ApiProblem told = told(failure);
        Log.errorf(failure, "request failed: method=%s path=%s trace=%s", context.request().method(), context.request().path(), ProblemAnswer.traceId());
        return answer(told, context);
    }

    private static ApiProblem told(Throwable failure) {
        if (Outages.isOutage(failure)) {
            return Outages.told();
        } else if (Outages.isTooLong(failure)) {
            return ProblemType.UNAVAILABLE.because("查询耗时过长；请缩短时段、减少点位，或用 format=csv 取全部数据",
                    "the question takes too long; ask for a shorter time or fewer places, or for everything with format=csv");
        }
        return ProblemType.INTERNAL.because("内部错误，已记入日志", "something failed inside the service; it is in the log under this trace_id");
    }

    private static Response answer(ApiProblem problem, RoutingContext context) {
        return ProblemAnswer.of(problem, context).response();
    }
}
