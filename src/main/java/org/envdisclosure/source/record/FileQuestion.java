package org.envdisclosure.source.record;

import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.envdisclosure.platform.dataset.Filters;
import org.envdisclosure.platform.problem.ApiProblem;
import org.envdisclosure.platform.problem.ProblemType;
import org.envdisclosure.platform.web.Asked;
import org.jspecify.annotations.Nullable;

/**
 * A file as its upload describes it.
 *
 * @param name      what it is called
 * @param announced the Content-Length, or null
 */
record FileQuestion(String name, String mediaType, @Nullable String announced) {

    /** What is taken, and how its name ends. */
    static final Map<String, String> EXTENSIONS = Map.of("application/pdf", "pdf", "image/jpeg", "jpg", "image/png", "png", "text/plain", "txt", "text/csv", "csv");

    /** @throws ApiProblem 400 for the name, 415 for the type */
    static FileQuestion of(RoutingContext context) {
        Asked asked = Asked.of(context);
        String name = asked.query().allowing(List.of("name")).one("name").map(String::strip).orElse("");
        Filters.requireText("name", name);
        if (name.isEmpty() || name.contains("/") || name.contains("\\")) {
            throw ApiProblem.parameter("name", "name 为文件名，1 至 200 字，不含斜杠", "name is the name of the file, 1 to 200 characters without slashes");
        }
        String coding = asked.header("Content-Encoding");
        String type = String.valueOf(asked.header("Content-Type")).split(";")[0].strip().toLowerCase(Locale.ROOT);
        if (!EXTENSIONS.containsKey(type) || coding != null && !coding.equalsIgnoreCase("identity")) {
            throw ProblemType.UNSUPPORTED_MEDIA_TYPE.because("请求体为文件本身，Content-Type 为 application/pdf、image/jpeg、image/png、text/plain 或 text/csv，不带 Content-Encoding",
                    "the body is the file itself, of Content-Type application/pdf, image/jpeg, image/png, text/plain or text/csv, without Content-Encoding");
        }
        return new FileQuestion(name, type, asked.header("Content-Length"));
    }
}
