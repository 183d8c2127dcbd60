package org.envdisclosure.platform.web;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.nio.file.Path;
import java.util.Optional;
import org.envdisclosure.platform.problem.ProblemType;
import org.jboss.resteasy.reactive.PathPart;

/** Answers with a file: whole, a part of it, or 304; sent from disk to network without passing through memory. */
@ApplicationScoped
public class FileAnswers {

    private static final int PARTIAL = 206;

    private final Vertx vertx;

    FileAnswers(Vertx vertx) {
        this.vertx = vertx;
    }

    /**
     * A file whose bytes never change.
     *
     * @param path         where it is
     * @param sha256       of its bytes, in hexadecimal digits; its strong validator
     * @param bytes        its length
     * @param mediaType    such as {@code image/jpeg}
     * @param disposition  whether and as what a browser saves it, such as {@code attachment; filename="a.csv.gz"}
     * @param cacheControl who may keep it, and for how long
     */
    public record Unchanging(Path path, String sha256, long bytes, String mediaType, String disposition, String cacheControl) {

        String etag() {
            return '"' + sha256 + '"';
        }
    }

    /** Whether it may be seen is for the caller to know, before every answer, 304 too. */
    public Uni<Response> answer(Unchanging file, RoutingContext context) {
        Asked asked = Asked.of(context);
        if (asked.knows(file.etag())) {
            return Uni.createFrom().item(described(Response.notModified(), file).build());
        }
        return vertx.fileSystem().props(file.path().toString())
                .onFailure().transform(missing -> lost(file, "not there"))
                .map(found -> {
                    if (found.size() != file.bytes()) {
                        throw lost(file, found.size() + " bytes instead of " + file.bytes());
                    }
                    return sent(file, asked);
                });
    }

    private static RuntimeException lost(Unchanging file, String why) {
        Log.errorf("a file that a row names is missing; restore it from the backup: file=%s sha256=%s reason=%s", file.path().getFileName(), file.sha256(), why);
        return ProblemType.FILE_MISSING.because("文件暂缺，已记入日志；数据行不受影响", "the file is missing on this server, which is in its log; the row that names it stands");
    }

    private static Response sent(Unchanging file, Asked asked) {
        Optional<ByteRange> range = range(file, asked);
        if (range.isPresent() && range.get().isOutside()) {
            throw ProblemType.RANGE_NOT_SATISFIABLE.because("文件共 %d 字节，所请求的范围在此之外".formatted(file.bytes()),
                    "the file has %d bytes; the range lies outside".formatted(file.bytes())).withHeader("Content-Range", "bytes */" + file.bytes());
        }
        ByteRange part = range.orElse(new ByteRange(0, file.bytes()));
        Response.ResponseBuilder response = described(range.isPresent() ? Response.status(PARTIAL) : Response.ok(), file)
                .type(file.mediaType())
                .header("Content-Disposition", file.disposition());
        range.ifPresent(asPart -> response.header("Content-Range", asPart.contentRange(file.bytes())));
        if (asked.isHead()) {
            return response.header("Content-Length", part.count()).build();
        }
        return response.entity(new PathPart(file.path(), part.first(), part.count())).build();
    }

    /** A condition on another state of the file, or on a date, of which it has none, asks for the whole. */
    private static Optional<ByteRange> range(Unchanging file, Asked asked) {
        String onlyIf = asked.header("If-Range");
        // RFC 9110, 14.2: a range is for GET alone
        boolean asksForPart = !asked.isHead() && (onlyIf == null || onlyIf.strip().equals(file.etag()));
        return asksForPart ? ByteRange.of(asked.header("Range"), file.bytes()) : Optional.empty();
    }

    private static Response.ResponseBuilder described(Response.ResponseBuilder response, Unchanging file) {
        return response.header("ETag", file.etag()).header("Cache-Control", file.cacheControl()).header("Accept-Ranges", "bytes");
    }
}
