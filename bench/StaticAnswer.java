import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import java.nio.file.Files;
import java.nio.file.Path;

/** The yardstick of request rates: the same bytes for every request, on as many event loops as the service has. java -cp 'lib/*' StaticAnswer.java port file */
public final class StaticAnswer {

    public static void main(String[] args) throws Exception {
        byte[] body = Files.readAllBytes(Path.of(args[1]));
        int loops = 2 * Runtime.getRuntime().availableProcessors();
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(loops));
        for (int i = 0; i < loops; i++) {
            vertx.createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(Integer.parseInt(args[0])))
                    .requestHandler(request -> request.response().putHeader("Content-Type", "application/json").end(Buffer.buffer(body)))
                    .listen().toCompletionStage().toCompletableFuture().get();
        }
    }
}
