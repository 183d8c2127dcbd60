package org.envdisclosure.platform.attachment;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.envdisclosure.platform.problem.ProblemType;
import org.envdisclosure.platform.web.Asked;
import org.jboss.resteasy.reactive.PathPart;

/** Answers with a file: whole, a part of it, or 304; sent from disk to network without passing through memory. */
@ApplicationScoped
public class AttachmentAnswers {

    private static final int PARTIAL = 206;

    private final AttachmentStore store;
    private final AttachmentConfig config;
    private final Vertx vertx;

    AttachmentAnswers(AttachmentStore store, AttachmentConfig config, Vertx vertx) {
        this.store = store;
        this.config = config;
        this.vertx = vertx;
    }

    /** For everybody; whether it was taken down is for the caller to know, before every answer, 304 too. */
    public Uni<Response> open(Attachment file, RoutingContext context) {
        return answer(file, Asked.of(context), "public, max-age=" + config.maxAge().toSeconds() + ", immutable");
    }

    /** For the holder of a key alone: nothing on the way keeps it. */
    public Uni<Response> confidential(Attachment file, RoutingContext context) {
        return answer(file, Asked.of(context), "private, no-store");
    }

    private Uni<Response> answer(Attachment file, Asked asked, String cacheControl) {
        if (asked.knows(file.etag())) {
            return Uni.createFrom().item(described(Response.notModified(), file, cacheControl).build());
        }
        return vertx.fileSystem().props(store.path(file.sha256()).toString())
                .onFailure().transform(missing -> lost(file, "not there"))
                .map(found -> {
                    if (found.size() != file.bytes()) {
                        throw lost(file, found.size() + " bytes instead of " + file.bytes());
                    }
                    return sent(file, asked, cacheControl);
                });
    }

    private static RuntimeException lost(Attachment file, String why) {
        Log.errorf("a file that a row names is missing; restore it from the backup: sha256=%s reason=%s", file.sha256(), why);
        return ProblemType.FILE_MISSING.because("文件暂缺，已记入日志；数据行不受影响", "the file is missing on this server, which is in its log; the row that names it stands");
    }

    private Response sent(Attachment file, Asked asked, String cacheControl) {
        Optional<ByteRange> range = range(file, asked);
        if (range.isPresent() && range.get().isOutside()) {
            throw ProblemType.RANGE_NOT_SATISFIABLE.because("文件共 %d 字节，所请求的范围在此之外".formatted(file.bytes()),
                    "the file has %d bytes; the range lies outside".formatted(file.bytes())).withHeader("Content-Range", "bytes */" + file.bytes());
        }
        ByteRange part = range.orElse(new ByteRange(0, file.bytes()));
        Response.ResponseBuilder response = described(range.isPresent() ? Response.status(PARTIAL) : Response.ok(), file, cacheControl)
                .type(file.mediaType())
                .header("Content-Disposition", "inline; filename=\"" + file.fileName() + '"');
        range.ifPresent(asPart -> response.header("Content-Range", asPart.contentRange(file.bytes())));
        if (asked.isHead()) {
            return response.header("Content-Length", part.count()).build();
        }
        return response.entity(new PathPart(store.path(file.sha256()), part.first(), part.count())).build();
    }

    /** A condition on another state of the file, or on a date, of which it has none, asks for the whole. */
    private static Optional<ByteRange> range(Attachment file, Asked asked) {
        String onlyIf = asked.header("If-Range");
        // RFC 9110, 14.2: a range is for GET alone
        boolean asksForPart = !asked.isHead() && (onlyIf == null || onlyIf.strip().equals(file.etag()));
        return asksForPart ? ByteRange.of(asked.header("Range"), file.bytes()) : Optional.empty();
    }

    private static Response.ResponseBuilder described(Response.ResponseBuilder response, Attachment file, String cacheControl) {
        return response.header("ETag", file.etag()).header("Cache-Control", cacheControl).header("Accept-Ranges", "bytes");
    }
}
