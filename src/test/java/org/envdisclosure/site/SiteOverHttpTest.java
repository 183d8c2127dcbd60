package org.envdisclosure.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.envdisclosure.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page as browsers, caches and whoever looks for holes meet it. */
@QuarkusTest
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
class SiteOverHttpTest {

    private static final Path ROOT = Path.of("src/main/resources/META-INF/resources");
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; "
            + "font-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors ";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final Pattern EDITION = Pattern.compile("\"/page/([0-9a-f]{16})/");

    private final HttpClient client = HttpClient.newHttpClient();

    @TestHTTPResource
    URI base;

    /** Each file of the page with its place on disk. */
    static Stream<String> files() {
        return PageSource.under(ROOT).keySet().stream().filter(path -> !path.endsWith("/index.html"));
    }

    static Stream<String> pages() {
        return PageSource.under(ROOT).keySet().stream().filter(path -> path.endsWith("/index.html"))
                .map(path -> path.replace("index.html", "")).map(path -> path.startsWith("/embed/") ? path.substring(0, path.length() - 1) : path);
    }

    /** @param path goes out as it is, dots and double slashes too */
    private HttpResponse<byte[]> ask(String method, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://" + base.getAuthority() + path)).method(method, BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private HttpResponse<byte[]> get(String path, String... headers) {
        return ask("GET", path, headers);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return String.join(" | ", answer.headers().allValues(name));
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static byte[] unpacked(byte[] gzip) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return in.readAllBytes();
        }
    }

    /** As the pages name it. */
    private String edition() {
        Matcher named = EDITION.matcher(text(get("/")));
        assertThat(named.find()).isTrue();
        return named.group(1);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_page_comes_with_what_a_browser_is_to_allow_it(String page) throws IOException {
        HttpResponse<byte[]> answer = get(page);
        boolean embedded = page.startsWith("/embed/");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(header(answer, "Content-Security-Policy")).isEqualTo(POLICY + (embedded ? "*" : "'self'"));
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("same-origin");
        assertThat(header(answer, "Permissions-Policy")).startsWith("accelerometer=(), camera=(), ").contains("geolocation=()");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-cache");
        assertThat(answer.headers().map()).doesNotContainKeys("set-cookie", "access-control-allow-origin");
        String file = ROOT + (embedded ? page + "/" : page) + "index.html";
        assertThat(text(answer)).isEqualTo(Files.readString(Path.of(file)).replace("\"/page/", "\"/page/" + edition() + "/"));
    }

    /** What the policy would not let run, and what would be another host's to change. */
    @ParameterizedTest
    @MethodSource("pages")
    void all_that_a_page_names_is_here_and_allowed(String page) {
        String html = text(get(page));

        assertThat(html).doesNotContainPattern("<script(?![^>]* src=\"/page/)").doesNotContainPattern("(?i)<[^>]+ (on\\w+|style)=").doesNotContain("<style");
        List<String> named = Pattern.compile("<(?:script|link|img)[^>]* (?:src|href)=\"([^\"]+)\"").matcher(html).results().map(found -> found.group(1)).toList();
        assertThat(named).isNotEmpty().allSatisfy(address -> {
            assertThat(address).startsWith("/page/" + edition() + "/");
            assertThat(header(get(address), "Cache-Control")).as(address).isEqualTo(FOR_EVER);
        });
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_file_is_the_one_on_disk_plain_and_compressed(String path) throws IOException {
        byte[] onDisk = Files.readAllBytes(Path.of(ROOT + path));
        HttpResponse<byte[]> plain = get(path);
        HttpResponse<byte[]> compressed = get(path, "Accept-Encoding", "gzip, deflate, br");

        assertThat(plain.body()).isEqualTo(onDisk);
        assertThat(header(plain, "Content-Type")).isEqualTo(MediaTypes.of(path));
        assertThat(header(plain, "Content-Length")).isEqualTo(String.valueOf(onDisk.length));
        assertThat(header(plain, "Content-Encoding")).isEmpty();
        assertThat(header(plain, "Vary")).isEqualTo("Accept-Encoding");
        assertThat(header(compressed, "Vary")).isEqualTo("Accept-Encoding");
        if (header(compressed, "Content-Encoding").equals("gzip")) {
            assertThat(unpacked(compressed.body())).isEqualTo(onDisk);
            assertThat(header(compressed, "ETag")).isNotEqualTo(header(plain, "ETag"));
        } else {
            assertThat(onDisk.length).isLessThan(1_400);
            assertThat(header(compressed, "ETag")).isEqualTo(header(plain, "ETag"));
        }
    }

    @Test
    void echarts_is_served_as_our_own_file_with_its_licence() throws IOException {
        HttpResponse<byte[]> compressed = get("/page/" + edition() + "/vendor/echarts.js", "Accept-Encoding", "gzip");

        assertThat(header(compressed, "Content-Type")).isEqualTo("text/javascript; charset=utf-8");
        assertThat(header(compressed, "Content-Length")).isEqualTo(String.valueOf(compressed.body().length));
        assertThat(compressed.body()).hasSizeLessThan(240_000);
        assertThat(new String(unpacked(compressed.body()), StandardCharsets.UTF_8)).contains("Licensed to the Apache Software Foundation", "6.0.0");
        assertThat(text(get("/page/vendor/echarts-LICENSE.txt"))).contains("Apache License").contains("Version 2.0");
        assertThat(text(get("/page/vendor/echarts-NOTICE.txt"))).contains("Apache ECharts");
        assertThat(get("/_static/echarts/6.0.0/dist/echarts.common.min.js").statusCode()).isEqualTo(404);
        assertThat(text(get("/_static/echarts/6.0.0/KEYS"))).contains("\"type\":\"/api/v1/problems/not-found\"");
    }

    @Test
    void a_file_may_be_kept_for_ever_under_the_present_edition_alone() {
        String edition = edition();
        HttpResponse<byte[]> now = get("/page/" + edition + "/site.css");

        assertThat(header(now, "Cache-Control")).isEqualTo(FOR_EVER);
        for (String other : List.of("/page/site.css", "/page/0000000000000000/site.css")) {
            HttpResponse<byte[]> answer = get(other);
            assertThat(header(answer, "Cache-Control")).as(other).isEqualTo("no-cache");
            assertThat(header(answer, "ETag")).as(other).isEqualTo(header(now, "ETag"));
            assertThat(answer.body()).as(other).isEqualTo(now.body());
        }
    }

    @Test
    void the_edition_is_that_of_the_files_on_disk_and_of_echarts() {
        SortedMap<String, byte[]> release = PageSource.read(SitePage.class.getClassLoader());

        assertThat(release).containsKeys("/index.html", "/page/site.css", "/page/vendor/echarts.js");
        assertThat(edition()).isEqualTo(Edition.of(release).hash());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/embed/aqi", "/page/site.css", "/page/settings.json", "/page/vendor/echarts.js", "/problems.css"})
    void whoever_has_it_is_told_so_and_head_is_get_without_the_body(String path) {
        for (String coding : List.of("identity", "gzip")) {
            HttpResponse<byte[]> whole = get(path, "Accept-Encoding", coding);
            HttpResponse<byte[]> head = ask("HEAD", path, "Accept-Encoding", coding);
            HttpResponse<byte[]> again = get(path, "Accept-Encoding", coding, "If-None-Match", "\"other\", W/" + header(whole, "ETag"));

            assertThat(header(whole, "ETag")).matches("\"[A-Za-z0-9_-]{20}\"");
            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.body()).isEmpty();
            for (String name : List.of("Content-Type", "Content-Length", "Content-Encoding", "ETag", "Cache-Control", "Vary", "Content-Security-Policy")) {
                assertThat(header(head, name)).as(name).isEqualTo(header(whole, name));
            }
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            for (String name : List.of("ETag", "Cache-Control", "Vary", "X-Content-Type-Options")) {
                assertThat(header(again, name)).as(name).isEqualTo(header(whole, name));
            }
            assertThat(get(path, "Accept-Encoding", coding, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({"/index.html, /", "/embed/aqi/, /embed/aqi", "/embed/aqi/?city=990100&lang=en, /embed/aqi?city=990100&lang=en", "/embed/chart/index.html, /embed/chart",
        "/index.html?lang=en#x, /?lang=en", "//index.html?a=//example.org, /?a=//example.org", "/index.html?city=%E7%A4%BA, /?city=%E7%A4%BA"})
    void other_ways_to_write_an_address_lead_to_it(String asked, String address) {
        HttpResponse<byte[]> answer = get(asked);

        assertThat(answer.statusCode()).isEqualTo(308);
        assertThat(header(answer, "Location")).isEqualTo(address);
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
    void nothing_is_written_to_a_page(String method) {
        for (String path : List.of("/", "/embed/aqi", "/page/site.css", "/index.html")) {
            HttpResponse<byte[]> answer = ask(method, path);
            assertThat(answer.statusCode()).as(path).isEqualTo(405);
            assertThat(header(answer, "Allow")).isEqualTo("GET, HEAD, OPTIONS");
            assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
            assertThat(text(answer)).contains("\"detail\":\"this takes GET, HEAD, OPTIONS\"");
            assertThat(ask("OPTIONS", path).statusCode()).as(path).isEqualTo(204);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/page/none.js", "/page/0000000000000000/none.js", "/page/", "/page", "/embed/", "/embed/none", "/none/", "/page/site.css/",
        "/page/../application.properties", "/page/%2e%2e/application.properties", "/page/..%2fapplication.properties", "/page/%2e%2e%2fapplication.properties",
        "/page/..%5capplication.properties", "/page/0000000000000000/../../application.properties", "/page/0000000000000000/..%2f..%2findex.html",
        "/page%2fsite.css", "/embed%2faqi%2findex.html", "/page/.hidden", "/META-INF/resources/index.html", "/_static/", "/_static/../application.properties"})
    void nothing_else_is_reached(String path) {
        HttpResponse<byte[]> answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(text(answer)).contains("\"type\":\"/api/v1/problems/not-found\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//page//site.css", "/page/./site.css", "/x/../page/site.css", "/page/%73ite.css", "/%70age/site.css"})
    void another_spelling_of_a_path_gets_the_same_answer(String path) {
        HttpResponse<byte[]> answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "ETag")).isEqualTo(header(get("/page/site.css"), "ETag"));
    }

    @Test
    void the_settings_are_asked_for_each_time() {
        HttpResponse<byte[]> answer = get("/page/settings.json");

        assertThat(header(answer, "Content-Type")).isEqualTo("application/json");
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-cache");
        assertThat(text(answer)).isEqualTo("{\"city\":null,\"publisher\":null,\"contact\":null,\"map\":null}");
        assertThat(header(get("/page/" + edition() + "/settings.json"), "Cache-Control")).isEqualTo("no-cache");
        assertThat(get("/page/map").statusCode()).isEqualTo(404);
    }

    @Test
    void what_is_not_the_page_is_as_it_was() {
        assertThat(text(get("/swagger-ui/"))).contains("env-disclosure");
        assertThat(header(get("/swagger-ui/"), "Content-Security-Policy")).isEqualTo("frame-ancestors 'self'");
        assertThat(get("/q/health/live").statusCode()).isEqualTo(200);
        assertThat(text(get("/api/v1/openapi"))).doesNotContain("/page/").doesNotContain("/embed/");
        assertThat(get("/api/v1/problems/not-found").statusCode()).isEqualTo(200);
    }

    @Test
    void whoever_makes_up_editions_makes_no_series_of_metrics() {
        for (String path : List.of("/page/aaaaaaaaaaaaaaaa/site.css", "/page/bbbbbbbbbbbbbbbb/site.css", "///page/site.css", "/")) {
            assertThat(get(path).statusCode()).isEqualTo(200);
        }

        String metrics = text(get("/q/metrics"));
        assertThat(metrics).contains("status=\"200\",uri=\"/page/{file}\"", "status=\"200\",uri=\"/\"").doesNotContain("aaaaaaaaaaaaaaaa", "bbbbbbbbbbbbbbbb", "site.css");
    }

    @Test
    void a_question_with_a_body_leaves_the_connection_good() throws Exception {
        for (String path : List.of("/page/site.css", "/index.html", "/page/none.js")) {
            HttpRequest withBody = HttpRequest.newBuilder(base.resolve(path)).method("GET", BodyPublishers.ofByteArray(new byte[100_000])).build();
            int status = client.send(withBody, BodyHandlers.ofByteArray()).statusCode();
            assertThat(status).as(path).isEqualTo(Map.of("/page/site.css", 200, "/index.html", 308, "/page/none.js", 404).get(path));
            assertThat(get("/page/site.css").statusCode()).isEqualTo(200);
        }
    }
}
