package org.envdisclosure.platform.attachment;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import org.envdisclosure.platform.web.FileAnswers;

/** Answers with an attachment: whole, a part of it, or 304. */
@ApplicationScoped
public class AttachmentAnswers {

    private final AttachmentStore store;
    private final AttachmentConfig config;
    private final FileAnswers files;

    AttachmentAnswers(AttachmentStore store, AttachmentConfig config, FileAnswers files) {
        this.store = store;
        this.config = config;
        this.files = files;
    }

    /** For everybody; whether it was taken down is for the caller to know, before every answer, 304 too. */
    public Uni<Response> open(Attachment file, RoutingContext context) {
        return files.answer(unchanging(file, "public, max-age=" + config.maxAge().toSeconds() + ", immutable"), context);
    }

    /** For the holder of a key alone: nothing on the way keeps it. */
    public Uni<Response> confidential(Attachment file, RoutingContext context) {
        return files.answer(unchanging(file, "private, no-store"), context);
    }

    private FileAnswers.Unchanging unchanging(Attachment file, String cacheControl) {
        return new FileAnswers.Unchanging(store.path(file.sha256()), file.sha256(), file.bytes(), file.mediaType(),
                "inline; filename=\"" + file.fileName() + '"', cacheControl);
    }
}
