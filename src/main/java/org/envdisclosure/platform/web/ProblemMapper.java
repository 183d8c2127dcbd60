package org.envdisclosure.platform.web;

import io.opentelemetry.api.trace.Span;
import io.quarkus.logging.Log;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.envdisclosure.platform.measure.LocalizedText;
import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.problem.ProblemType;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every failure as {@code application/problem+json}. What is ours is logged with its trace; what is the caller's is not. */
class ProblemMapper {

    @ServerExceptionMapper
    Response refused(ApiProblem problem, RoutingContext context) {
        return answer(problem, context);
    }

    @ServerExceptionMapper
    Response nothingThere(NotFoundException notFound, RoutingContext context) {
        String path = context.request().path();
        return answer(ProblemType.NOT_FOUND.because("没有此资源:%s;接口清单见 /api/v1/openapi".formatted(path),
                "there is nothing at %s; /api/v1/openapi lists what there is".formatted(path)), context);
    }

    @ServerExceptionMapper
    Response framework(WebApplicationException refused, RoutingContext context) {
        int status = refused.getResponse().getStatus();
        if (refused instanceof NotAllowedException && refused.getResponse().getHeaderString("Allow") != null) {
            return answer(of(405, refused).withHeader("Allow", refused.getResponse().getHeaderString("Allow")), context);
        }
        return status >= 500 ? unexpected(refused, context) : answer(of(status, refused), context);
    }

    private static ApiProblem of(int status, WebApplicationException refused) {
        ProblemType type = switch (status) {
            case 404 -> ProblemType.NOT_FOUND;
            case 405 -> ProblemType.METHOD_NOT_ALLOWED;
            case 406 -> ProblemType.NOT_ACCEPTABLE;
            case 413 -> ProblemType.TOO_LARGE;
            case 415 -> ProblemType.UNSUPPORTED_MEDIA_TYPE;
            default -> ProblemType.INVALID_BODY;
        };
        return type.because(type.explanation().zh(), type.explanation().en());
    }

    @ServerExceptionMapper
    Response unexpected(Throwable failure, RoutingContext context) {
        ApiProblem told = Outages.isOutage(failure)
                ? ProblemType.UNAVAILABLE.because("数据库暂时不可用,请稍后重试", "the database cannot be reached just now; try again shortly").withHeader("Retry-After", "5")
                : ProblemType.INTERNAL.because("内部错误,已记入日志", "something failed inside the service; it is in the log under this trace_id");
        Log.errorf(failure, "request failed: method=%s path=%s trace=%s", context.request().method(), context.request().path(), traceId());
        return answer(told, context);
    }

    private static Response answer(ApiProblem problem, RoutingContext context) {
        boolean chinese = Asked.of(context).prefersChinese();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", problem.type().uri());
        body.put("title", in(chinese, problem.type().title()));
        body.put("status", problem.type().status());
        body.put("detail", in(chinese, problem.detail()));
        body.put("instance", context.request().path());
        if (!problem.faults().isEmpty()) {
            body.put("errors", faults(problem, chinese));
        }
        body.putAll(problem.members());
        if (problem.type().status() >= 500) {
            body.put("trace_id", traceId());
        }
        Response.ResponseBuilder response = Response.status(problem.type().status())
                .type("application/problem+json")
                .header("Content-Language", chinese ? "zh" : "en")
                .header("Vary", "Accept-Language")
                .header("Cache-Control", "no-store");
        problem.headers().forEach(response::header);
        return response.entity(JsonText.bytes(body)).build();
    }

    private static List<Map<String, Object>> faults(ApiProblem problem, boolean chinese) {
        List<Map<String, Object>> faults = new ArrayList<>();
        for (ApiProblem.Fault fault : problem.faults()) {
            Map<String, Object> told = new LinkedHashMap<>();
            if (fault.parameter() != null) {
                told.put("parameter", fault.parameter());
            }
            if (fault.pointer() != null) {
                told.put("pointer", fault.pointer());
            }
            told.put("detail", in(chinese, fault.detail()));
            faults.add(told);
        }
        return faults;
    }

    private static String in(boolean chinese, LocalizedText text) {
        return chinese ? text.zh() : text.en();
    }

    private static String traceId() {
        return Span.current().getSpanContext().getTraceId();
    }
}
