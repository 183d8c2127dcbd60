package org.envdisclosure.platform.stream;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import org.jspecify.annotations.Nullable;

/**
 * One reader's stream, the entity of its answer. Nothing is queued for it: when there may be news, and when its reader takes again what
 * he had left lying, he is told how what he knows differs from what is known now. A slow reader gets fewer events, and never takes more memory.
 *
 * <p>All of it happens on the event loop of its connection.
 */
public final class OpenStream {

    /** Of ours that a reader leaves lying, beside what the two kernels hold; more than all events at once. */
    private static final int UNREAD_BYTES = 16 * 1024;

    private final Teller teller;
    private final Context context;
    private final Streams streams;
    private final StreamPlaces.Place place;
    private @Nullable HttpServerResponse response;
    private @Nullable Runnable whenClosed;
    private long fullSince;
    private boolean full;
    private boolean ended;

    /** @param context of the connection */
    OpenStream(Teller teller, Context context, Streams streams, StreamPlaces.Place place) {
        this.teller = teller;
        this.context = context;
        this.streams = streams;
        this.place = place;
    }

    StreamPlaces.Place place() {
        return place;
    }

    /** @param whenClosed called after the last byte */
    void begin(HttpServerRequest from, Runnable whenClosed) {
        context.runOnContext(now -> {
            HttpServerResponse to = from.response();
            if (to.ended()) { // given up meanwhile, as when the database was silent for too long
                streams.ended(this, StreamEnd.CLIENT_GONE);
                whenClosed.run();
                return;
            }
            // before anything is told, so that no news falls between
            streams.begun(this);
            this.response = to;
            this.whenClosed = whenClosed;
            SendBuffer.bound(from);
            to.setWriteQueueMaxSize(UNREAD_BYTES);
            to.closeHandler(gone -> end(StreamEnd.CLIENT_GONE));
            to.exceptionHandler(broken -> end(StreamEnd.CLIENT_GONE));
            to.drainHandler(again -> drained());
            if (to.closed()) {
                end(StreamEnd.CLIENT_GONE);
            } else {
                // at once, so that a browser knows it is connected
                to.write(Buffer.buffer(EventText.OPENING + teller.next()));
            }
        });
    }

    /** There may be news. */
    void look() {
        context.runOnContext(now -> tell(""));
    }

    /** Says that it is there, and lets a reader go who has not listened for too long. */
    void beat() {
        context.runOnContext(now -> {
            if (isFull() && full && System.nanoTime() - fullSince >= streams.stall().toNanos()) {
                end(StreamEnd.CLIENT_STALLED);
            } else if (isFull() && !full) {
                full = true;
                fullSince = System.nanoTime();
            } else {
                tell(EventText.HEARTBEAT);
            }
        });
    }

    void stop() {
        context.runOnContext(now -> end(StreamEnd.SHUT_DOWN));
    }

    private void drained() {
        full = false;
        tell("");
    }

    private boolean isFull() {
        return response != null && !ended && response.writeQueueFull();
    }

    /** @param otherwise what is sent when there is no news */
    private void tell(String otherwise) {
        if (response == null || ended || response.writeQueueFull()) {
            return;
        }
        String news = teller.next();
        String text = news.isEmpty() ? otherwise : news;
        if (!text.isEmpty()) {
            response.write(Buffer.buffer(text));
        }
    }

    private void end(StreamEnd reason) {
        if (ended) {
            return;
        }
        ended = true;
        streams.ended(this, reason);
        if (response != null && reason == StreamEnd.SHUT_DOWN) {
            response.end();
        } else if (response != null && reason == StreamEnd.CLIENT_STALLED) {
            response.reset();
        }
        if (whenClosed != null) {
            whenClosed.run();
        }
    }
}
