package org.envdisclosure.platform.web;

import io.opentelemetry.api.trace.Span;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.envdisclosure.platform.measure.LocalizedText;
import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.problem.ProblemType;

/**
 * A problem as it goes out, in the language the caller prefers.
 *
 * @param headers all of them but the length
 * @param body    {@code application/problem+json}
 */
public record ProblemAnswer(int status, Map<String, String> headers, byte[] body) {

    /** {@code problem} in the words for this request; a 5xx carries the id of the trace that is in the log. */
    public static ProblemAnswer of(ApiProblem problem, RoutingContext context) {
        boolean chinese = Asked.of(context).prefersChinese();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/problem+json");
        headers.put("Content-Language", chinese ? "zh" : "en");
        headers.put("Vary", "Accept-Language");
        headers.put("Cache-Control", "no-store");
        headers.putAll(problem.headers());
        return new ProblemAnswer(problem.type().status(), headers, body(problem, context, chinese));
    }

    /** There is nothing at the path. */
    public static ProblemAnswer nothingAt(RoutingContext context) {
        String path = context.request().path();
        return of(ProblemType.NOT_FOUND.because("没有此资源：%s；接口清单见 /api/v1/openapi".formatted(path),
                "there is nothing at %s; /api/v1/openapi lists what there is".formatted(path)), context);
    }

    /** The path has something, which takes other methods: {@code allow}, as the header lists them. */
    public static ProblemAnswer notTaken(String allow, RoutingContext context) {
        return of(ProblemType.METHOD_NOT_ALLOWED.because("此处接受的方法：" + allow, "this takes " + allow).withHeader("Allow", allow), context);
    }

    /** Ends the request from outside the endpoints. */
    public void send(RoutingContext context) {
        HttpServerRequest request = context.request();
        HttpServerResponse response = context.response().setStatusCode(status);
        headers.forEach(response::putHeader);
        response.end(Buffer.buffer(body));
        // what the caller is still sending is read and thrown away: a connection left paused would hang, one cut would
        // take the answer with it
        request.resume();
    }

    Response response() {
        Response.ResponseBuilder response = Response.status(status);
        headers.forEach(response::header);
        return response.entity(body).build();
    }

    static String traceId() {
        return Span.current().getSpanContext().getTraceId();
    }

    private static byte[] body(ApiProblem problem, RoutingContext context, boolean chinese) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", problem.type().uri());
        body.put("title", in(chinese, problem.type().title()));
        body.put("status", problem.type().status());
        body.put("detail", in(chinese, problem.detail()));
        // a target that is no path at all (GET *) is still some resource of this host
        String path = context.request().path();
        body.put("instance", path != null && path.startsWith("/") ? path : "/");
        if (!problem.faults().isEmpty()) {
            body.put("errors", faults(problem, chinese));
        }
        body.putAll(problem.members());
        if (problem.type().status() >= 500) {
            body.put("trace_id", traceId());
        }
        return JsonText.bytes(body);
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
}
