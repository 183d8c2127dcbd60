package org.envdisclosure.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.envdisclosure.platform.dataset.Format;
import org.envdisclosure.platform.problem.ApiProblem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is made of real requests, on a real server. */
class AskedTest {

    private static final Set<Format> OFFERED = Set.of(Format.JSON, Format.CSV, Format.NDJSON, Format.COLUMNS);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String ETAG = "\"abc\"";

    private static Vertx vertx;
    private static HttpServer server;

    @BeforeAll
    static void serve() throws Exception {
        vertx = Vertx.vertx();
        Router router = Router.router(vertx);
        router.route("/format").handler(context -> context.end(format(context)));
        router.route("/language").handler(context -> context.end(String.valueOf(Asked.of(context).prefersChinese())));
        router.route("/gzip").handler(context -> context.end(String.valueOf(Asked.of(context).takesGzip())));
        router.route("/stream").handler(context -> context.end(Asked.of(context).codingOfStream().name()));
        router.route("/knows").handler(context -> context.end(String.valueOf(Asked.of(context).knows(ETAG))));
        router.route("/target").handler(context -> context.end(Asked.of(context).path() + " " + Asked.of(context).target() + " " + Asked.of(context).isHead()));
        server = vertx.createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false)).requestHandler(router).listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    @AfterAll
    static void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    private static String format(RoutingContext context) {
        try {
            Asked asked = Asked.of(context);
            return asked.format(OFFERED, asked.query()).wire();
        } catch (ApiProblem refused) {
            return String.valueOf(refused.type().status());
        }
    }

    @ParameterizedTest(name = "Accept-Encoding: {0} -> {1}")
    @CsvSource(delimiter = '|', value = {"gzip | GZIP", "zstd | ZSTD", "gzip, deflate, br, zstd | GZIP", "gzip;q=0.5, zstd | ZSTD", "zstd;q=0.5, gzip | GZIP",
            "* | GZIP", "gzip;q=0, * | IDENTITY", "zstd, gzip;q=0 | ZSTD", "br | IDENTITY", "identity | IDENTITY", "zstd;q=0 | IDENTITY"})
    void a_stream_goes_out_as_the_caller_likes_best(String header, String coding) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort() + "/stream")).header("Accept-Encoding", header).build();

        assertThat(CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body()).isEqualTo(coding);
    }

    @ParameterizedTest(name = "?{0} and Accept: {1} -> {2}")
    @CsvSource(delimiter = '|', textBlock = """
            ''               | ''                                                    | json
            ''               | */*                                                   | json
            ''               | application/json                                      | json
            ''               | application/*                                         | json
            ''               | text/csv                                              | csv
            ''               | TEXT/CSV                                              | csv
            ''               | text/*                                                | csv
            ''               | text/html,application/xhtml+xml,*/*;q=0.8             | json
            ''               | application/json;q=0.5, text/csv                      | csv
            ''               | text/csv;q=0.5, application/json                      | json
            ''               | application/x-ndjson                                  | ndjson
            ''               | application/vnd.env-disclosure.columns+json           | columns
            ''               | application/geo+json                                  | 406
            ''               | application/geo+json, application/json;q=0.1          | json
            ''               | application/xml                                       | 406
            ''               | text/html                                             | 406
            format=csv       | application/json                                      | csv
            format=csv       | application/xml                                       | csv
            format=json      | text/csv                                              | json
            format=columns   | ''                                                    | columns
            format=geojson   | ''                                                    | 400
            format=CSV       | ''                                                    | 400
            format=xml       | */*                                                   | 400
            format=          | ''                                                    | 400
            format=csv&format=csv | ''                                               | 400
            """)
    void the_parameter_comes_before_the_header_and_json_before_all(String query, String accept, String answer) throws Exception {
        assertThat(got("/format?" + query, "Accept", accept)).isEqualTo(answer);
    }

    @ParameterizedTest(name = "Accept-Language: {0} -> {1}")
    @CsvSource(delimiter = '|', textBlock = """
            ''                          | false
            zh                          | true
            zh-CN,zh;q=0.9,en;q=0.8     | true
            ZH-hans                     | true
            en-GB,en;q=0.9,zh;q=0.8     | false
            en;q=0.5,zh                 | true
            fr, zh;q=0.9                | false
            """)
    void chinese_is_spoken_to_who_prefers_it(String header, boolean chinese) throws Exception {
        assertThat(got("/language", "Accept-Language", header)).isEqualTo(String.valueOf(chinese));
    }

    @ParameterizedTest(name = "Accept-Encoding: {0} -> {1}")
    @CsvSource(delimiter = '|', textBlock = """
            ''                | false
            gzip              | true
            gzip, deflate, br | true
            GZIP;q=0.5        | true
            *                 | true
            identity          | false
            gzip;q=0          | false
            """)
    void gzip_is_for_who_takes_it(String header, boolean gzip) throws Exception {
        assertThat(got("/gzip", "Accept-Encoding", header)).isEqualTo(String.valueOf(gzip));
    }

    @ParameterizedTest(name = "If-None-Match: {0} -> {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                  | false
            "abc"               | true
            W/"abc"             | true
            *                   | true
            "x", "abc"          | true
            "x",W/"abc"         | true
            "x"                 | false
            abc                 | false
            "abcd"              | false
            w/"abc"             | false
            """)
    void a_validator_is_compared_weakly(String header, boolean known) throws Exception {
        assertThat(got("/knows", "If-None-Match", header)).isEqualTo(String.valueOf(known));
    }

    @Test
    void path_and_target_are_as_the_caller_wrote_them() throws Exception {
        assertThat(got("/target?a=%E7%A4%BA&b=1", "Accept", "")).isEqualTo("/target /target?a=%E7%A4%BA&b=1 false");
    }

    private static String got(String path, String header, String value) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort() + path));
        if (value != null && !value.isEmpty()) {
            request.header(header, value);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
    }
}
