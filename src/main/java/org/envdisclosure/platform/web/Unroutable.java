package org.envdisclosure.platform.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.problem.ProblemType;

/**
 * Requests the router would give up before any endpoint is asked, and answer with a bare status or none of our words.
 *
 * <p>Quarkus' own check of the URI is switched off for this ({@link #WITHOUT_URI_CHECK}): it answers an empty 400 to what this
 * takes, a name typed into the address without encoding, and to what this explains.
 */
@ApplicationScoped
public class Unroutable {

    /** A system property of Quarkus, read when its HTTP server's class is loaded. */
    public static final String WITHOUT_URI_CHECK = "vertx.disableURIValidation";

    /** A thousand station codes in one query. */
    private static final int LONGEST_TARGET = 64 * 1024;
    private static final int MOST_HEADERS = 32 * 1024;

    void register(@Observes Filters filters) {
        filters.register(Unroutable::check, RouteOrder.SOUND_PATH);
    }

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(Unroutable::failed);
    }

    private static void check(RoutingContext context) {
        if (context.request().uri().length() > LONGEST_TARGET) {
            tell(context, ProblemType.TARGET_TOO_LONG.because("路径与查询串不得超过 %d 字节；请分几次请求".formatted(LONGEST_TARGET),
                    "path and query have at most %d bytes; ask in several requests".formatted(LONGEST_TARGET)));
        } else if (sizeOf(context.request().headers()) > MOST_HEADERS) {
            tell(context, ProblemType.HEADERS_TOO_LARGE.because("请求头合计不得超过 %d 字节；请去掉不需要的头部".formatted(MOST_HEADERS),
                    "the headers have at most %d bytes together; leave out what is not needed".formatted(MOST_HEADERS)));
        } else if (PercentText.decode(context.request().path()).isPresent()) {
            context.next();
        } else {
            tell(context, ProblemType.MALFORMED_REQUEST.because("路径编码错误：须为百分号编码的 UTF-8，且不含 NUL",
                    "the path is not well encoded: it is percent-encoded UTF-8 without NUL"));
        }
    }

    private static int sizeOf(MultiMap headers) {
        int size = 0;
        for (Map.Entry<String, String> header : headers) {
            size += header.getKey().length() + header.getValue().length();
        }
        return size;
    }

    /** Without a Host, or with a target that is no path, the router fails the request before its first route. */
    private static void failed(RoutingContext context) {
        if (context.request().authority() == null) {
            tell(context, ProblemType.MALFORMED_REQUEST.because("缺少有效的 Host 头，请补上", "the Host header is missing or names no host; send one that does"));
        } else if (!context.request().path().startsWith("/")) {
            tell(context, ProblemType.NOT_FOUND.because("请求目标不是路径；接口清单见 /api/v1/openapi",
                    "the target is no path; /api/v1/openapi lists what there is"));
        } else {
            context.next();
        }
    }

    private static void tell(RoutingContext context, ApiProblem problem) {
        ProblemAnswer.of(problem, context).send(context);
    }
}
