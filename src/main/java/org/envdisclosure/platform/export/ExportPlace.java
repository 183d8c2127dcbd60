package org.envdisclosure.platform.export;

import io.opentelemetry.api.trace.Span;
import java.sql.SQLException;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One place in the lane, from the moment it is taken until its connection is free again. Its connection is used by one thread of the
 * lane at a time; any thread may {@link #cut} it.
 */
final class ExportPlace {

    private final ExportLane lane;
    private final String traceId = Span.current().getSpanContext().getTraceId();
    private final long taken = System.nanoTime();
    private State state = State.ANSWERING;
    private @Nullable SnapshotConnection snapshot;
    private @Nullable Ending cut;
    private @Nullable Future<?> abandonment;
    private boolean abandoned;

    /** A thread of the lane prepares the answer; the answer waits to be written; a thread of the lane writes it; all is given back. */
    private enum State { ANSWERING, WAITING, STREAMING, ENDED }

    ExportPlace(ExportLane lane) {
        this.lane = lane;
    }

    /** Runs {@code work} in a new snapshot. The place stays taken only when it asked for a stream. */
    <T> T answer(Function<ExportSession, T> work) {
        try {
            SnapshotConnection begun = lane.connect();
            hold(begun);
            ExportSession session = new ExportSession(this, begun);
            T answer = work.apply(session);
            if (!session.streams() || !waiting()) {
                end(Ending.NOT_STREAMED);
            }
            return answer;
        } catch (SQLException failure) {
            throw failed(failure);
        } catch (RuntimeException | Error failure) {
            end(Ending.NOT_STREAMED);
            throw failure;
        }
    }

    /** Ends the place and says what to tell the caller. */
    RuntimeException failed(SQLException failure) {
        end(Ending.FAILED);
        return DatabaseFailure.of(failure);
    }

    /** Whether the stream may begin now; false when the place was cut while it waited. */
    synchronized boolean claim() {
        if (state != State.WAITING || cut != null) {
            return false;
        }
        state = State.STREAMING;
        forget(abandonment);
        return true;
    }

    /** Ends the export from outside, without waiting for it; the first reason counts. */
    void cut(Ending reason) {
        boolean unused;
        synchronized (this) {
            if (state == State.ENDED || cut != null) {
                return;
            }
            cut = reason;
            unused = state == State.WAITING;
        }
        lane.threads().aside(unused ? () -> end(reason) : this::sever);
    }

    /** Nobody will write the answer; nothing happens when it is being written. */
    void abandon() {
        boolean unused;
        synchronized (this) {
            unused = state == State.WAITING;
            // a caller may leave while the answer is still prepared
            abandoned = state == State.ANSWERING;
        }
        if (unused) {
            cut(Ending.NOT_STREAMED);
        }
    }

    synchronized @Nullable Ending cut() {
        return cut;
    }

    long takenNanoTime() {
        return taken;
    }

    /** Of the request the place was taken for. */
    String traceId() {
        return traceId;
    }

    ExportLane lane() {
        return lane;
    }

    /** Frees connection and place, once; an earlier cut is the reason that counts. */
    Ending end(Ending ending) {
        Ending reason;
        SnapshotConnection held;
        synchronized (this) {
            reason = cut == null ? ending : cut;
            if (state == State.ENDED) {
                return reason;
            }
            state = State.ENDED;
            held = snapshot;
            forget(abandonment);
        }
        if (held != null) {
            held.end(reason.isClean());
        }
        lane.leave(this, reason);
        return reason;
    }

    private static void forget(@Nullable Future<?> task) {
        if (task != null) {
            task.cancel(false);
        }
    }

    private synchronized void hold(SnapshotConnection begun) {
        snapshot = begun;
    }

    private synchronized boolean waiting() {
        if (state != State.ANSWERING || cut != null || abandoned) {
            return false;
        }
        state = State.WAITING;
        abandonment = lane.threads().asideAfter(lane.config().stall(), this::abandon);
        return true;
    }

    private void sever() {
        SnapshotConnection held;
        synchronized (this) {
            held = snapshot;
        }
        if (held != null) {
            held.end(false);
        }
    }
}
