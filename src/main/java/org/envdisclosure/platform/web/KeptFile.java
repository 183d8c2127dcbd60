package org.envdisclosure.platform.web;

import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file in memory for as long as the service runs, compressed once; for routes that are no endpoints. */
public final class KeptFile {

    private static final String VARY = "Accept-Encoding";
    /** Pictures are compressed already: what saves less than a tenth is not worth the caller's unpacking. */
    private static final double MOST_TO_REMAIN = 0.9;

    private final WholeAnswer plain;
    private final @Nullable WholeAnswer compressed;

    private KeptFile(WholeAnswer plain, @Nullable WholeAnswer compressed) {
        this.plain = plain;
        this.compressed = compressed;
    }

    /**
     * Its strong validator is made from all that is said here but {@code cacheControl}: a caller who holds the same bytes under other
     * headers, such as another content policy, must get the new ones, which a 304 does not bring.
     *
     * @param headers what goes out beside type, coding and validator
     */
    public static KeptFile of(String mediaType, byte[] content, String cacheControl, Map<String, String> headers) {
        List<WholeAnswer.Header> all = new ArrayList<>();
        all.add(new WholeAnswer.Header("Content-Type", mediaType));
        headers.forEach((name, value) -> all.add(new WholeAnswer.Header(name, value)));
        String same = new String(content, StandardCharsets.ISO_8859_1);
        WholeAnswer plain = new WholeAnswer(Validator.etag(all, same), VARY, cacheControl, all, content);
        byte[] gzip = AnswerBody.isWorthIt(content) ? AnswerBody.gzip(content) : content;
        if (gzip.length > content.length * MOST_TO_REMAIN) {
            return new KeptFile(plain, null);
        }
        all.add(new WholeAnswer.Header("Content-Encoding", "gzip"));
        return new KeptFile(plain, new WholeAnswer(Validator.etag(all, same), VARY, cacheControl, all, gzip));
    }

    /** The same file under an address where it may be kept otherwise. */
    public KeptFile withCacheControl(String cacheControl) {
        return new KeptFile(plain.withCacheControl(cacheControl), compressed == null ? null : compressed.withCacheControl(cacheControl));
    }

    /** Ends a request for it by GET or HEAD: the file as the caller takes it, or 304. */
    public void send(RoutingContext context) {
        WholeAnswer answer = compressed != null && Asked.of(context).takesGzip() ? compressed : plain;
        answer.send(context);
    }
}
