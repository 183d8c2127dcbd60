package org.envdisclosure.catalog.problems;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.envdisclosure.platform.problem.ProblemType;

/** The pages as HTML: both languages on each, no script, one small stylesheet. */
final class ProblemPage {

    private static final ObjectWriter PRETTY = new JsonMapper().writerWithDefaultPrettyPrinter();
    private static final String FRAME = """
            <!DOCTYPE html>
            <html lang="zh">
            <head>
            <meta charset="utf-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <title>%s</title>
            <link rel="stylesheet" href="/problems.css"/>
            </head>
            <body>
            <main>
            %s</main>
            </body>
            </html>
            """;
    private static final String ONE = """
            <h1>%s <span lang="en">%s</span></h1>
            <p>HTTP <strong>%d</strong> · <code>%s</code></p>
            <p>%s</p>
            <p lang="en">%s</p>
            <h2>示例 <span lang="en">Example</span></h2>
            <pre><code>%s</code></pre>
            <p><a href="/api/v1/problems">全部问题类型 <span lang="en">All types of problems</span></a></p>
            """;
    private static final String LIST = """
            <h1>问题类型 <span lang="en">Types of problems</span></h1>
            <table>
            <thead><tr><th>HTTP</th><th>type</th><th>名称</th><th lang="en">Title</th></tr></thead>
            <tbody>
            %s</tbody>
            </table>
            """;
    private static final String ROW = """
            <tr><td>%d</td><td><a href="%s">%s</a></td><td>%s</td><td lang="en">%s</td></tr>
            """;

    private ProblemPage() {
    }

    static byte[] one(ProblemType type) {
        return page(type.title().zh() + " · " + type.title().en(), ONE.formatted(escaped(type.title().zh()), escaped(type.title().en()),
                type.status(), type.uri(), escaped(type.explanation().zh()), escaped(type.explanation().en()), escaped(example(type))));
    }

    static byte[] list() {
        return page("问题类型 · Types of problems", LIST.formatted(Arrays.stream(ProblemType.values())
                .map(type -> ROW.formatted(type.status(), type.uri(), type.slug(), escaped(type.title().zh()), escaped(type.title().en())))
                .collect(Collectors.joining())));
    }

    private static byte[] page(String title, String main) {
        return FRAME.formatted(escaped(title), main).getBytes(StandardCharsets.UTF_8);
    }

    private static String example(ProblemType type) {
        try {
            return PRETTY.writeValueAsString(ProblemExample.of(type));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
