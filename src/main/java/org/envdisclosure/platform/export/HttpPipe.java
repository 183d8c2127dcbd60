package org.envdisclosure.platform.export;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.OutputStream;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Hands bytes to an HTTP response and blocks while the client is slow: at most {@link #WINDOW} pieces are under way, each until the
 * socket took it.
 */
final class HttpPipe extends OutputStream {

    static final int WINDOW = 4;
    /** How late a cut may be noticed when no piece comes back because of it. */
    private static final long GLANCE = TimeUnit.MILLISECONDS.toNanos(500);

    private final HttpServerResponse response;
    private final ExportPlace place;
    private final Semaphore window = new Semaphore(WINDOW);
    private final long stall;
    private final long deadline;

    HttpPipe(HttpServerResponse response, ExportPlace place) {
        this.response = response;
        this.place = place;
        ExportConfig config = place.lane().config();
        this.stall = config.stall().toNanos();
        this.deadline = place.takenNanoTime() + config.longest().toNanos();
    }

    @Override
    public void write(int b) throws ExportCut {
        write(new byte[] {(byte) b}, 0, 1);
    }

    /** @throws ExportCut when the client is gone or took nothing for too long */
    @Override
    public void write(byte[] bytes, int at, int count) throws ExportCut {
        int end = at + count;
        for (int next = at; next < end; next += RowPump.PIECE) {
            take();
            int length = Math.min(RowPump.PIECE, end - next);
            response.write(Buffer.buffer(length).appendBytes(bytes, next, length)).onComplete(taken -> {
                if (taken.failed()) {
                    place.cut(Ending.CLIENT_GONE);
                }
                window.release();
            });
        }
    }

    /** Waits until the socket took everything. */
    void awaitDelivery() throws ExportCut {
        for (int i = 0; i < WINDOW; i++) {
            take();
        }
    }

    private void take() throws ExportCut {
        long began = System.nanoTime();
        boolean took;
        do {
            took = tryTake();
            requireUncut();
            long now = System.nanoTime();
            if (now - deadline > 0) {
                throw new ExportCut(Ending.TOO_LONG);
            }
            if (!took && now - began > stall) {
                throw new ExportCut(Ending.CLIENT_STALLED);
            }
        } while (!took);
    }

    private boolean tryTake() throws ExportCut {
        try {
            return window.tryAcquire(Math.min(GLANCE, stall), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new ExportCut(Ending.SHUT_DOWN);
        }
    }

    private void requireUncut() throws ExportCut {
        Ending reason = place.cut();
        if (reason != null) {
            throw new ExportCut(reason);
        }
    }
}
