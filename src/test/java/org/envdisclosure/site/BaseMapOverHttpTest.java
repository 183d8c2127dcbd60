package org.envdisclosure.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A base map as a browser gets it; the service that the other tests share has none. */
class BaseMapOverHttpTest {

    private static final Extent EXTENT = new Extent(110, 30, 112, 31);

    private static Vertx vertx;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private static URI serving(byte[] picture, PictureFormat format) throws Exception {
        Addresses addresses = Addresses.of(new TreeMap<>(Map.of("/index.html", new byte[0])));
        new PageSettings(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(new BaseMap(picture, format, EXTENT, "GS(2026)0000")))
                .putInto(addresses);
        Router router = Router.router(vertx);
        router.route().handler(context -> addresses.at(context.normalizedPath(), context.request().query()).orElseThrow().answer(context));
        HttpServer server = vertx.createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false)).requestHandler(router).listen(0, "127.0.0.1")
                .toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        return URI.create("http://127.0.0.1:" + server.actualPort());
    }

    private HttpResponse<byte[]> get(URI address) throws Exception {
        return client.send(HttpRequest.newBuilder(address).header("Accept-Encoding", "gzip").build(), BodyHandlers.ofByteArray());
    }

    @Test
    void nothing_in_a_drawing_ever_runs() throws Exception {
        HttpResponse<byte[]> answer = get(serving(Pictures.svg(), PictureFormat.SVG).resolve("/page/map?v=" + Edition.hashOf(Pictures.svg())));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Content-Type")).containsExactly("image/svg+xml");
        assertThat(answer.headers().allValues("Content-Security-Policy")).containsExactly("default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox");
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("public, max-age=31536000, immutable");
        assertThat(answer.body()).isEqualTo(Pictures.svg());
    }

    @Test
    void a_photograph_of_a_map_is_sent_as_it_is() throws Exception {
        byte[] picture = Pictures.drawn("png");
        URI service = serving(picture, PictureFormat.PNG);

        HttpResponse<byte[]> answer = get(service.resolve("/page/map"));
        assertThat(answer.headers().allValues("Content-Type")).containsExactly("image/png");
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-cache");
        assertThat(answer.headers().allValues("Content-Encoding")).isEmpty();
        assertThat(answer.body()).isEqualTo(picture);
        assertThat(get(service.resolve("/page/map?v=0000000000000000")).headers().allValues("Cache-Control")).containsExactly("no-cache");
    }

    /** What is compressed already gains nothing by it, however large. */
    @Test
    void only_what_gets_smaller_is_compressed() throws Exception {
        byte[] photograph = new byte[50_000];
        new Random(7).nextBytes(photograph);
        HttpResponse<byte[]> noise = get(serving(photograph, PictureFormat.JPEG).resolve("/page/map"));
        HttpResponse<byte[]> flat = get(serving(new byte[50_000], PictureFormat.SVG).resolve("/page/map"));

        assertThat(noise.headers().allValues("Content-Encoding")).isEmpty();
        assertThat(noise.body()).isEqualTo(photograph);
        assertThat(flat.headers().allValues("Content-Encoding")).containsExactly("gzip");
        assertThat(flat.body()).hasSizeLessThan(500);
    }
}
