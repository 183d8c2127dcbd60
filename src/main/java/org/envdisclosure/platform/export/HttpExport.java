package org.envdisclosure.platform.export;

import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelOption;
import io.quarkus.logging.Log;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import java.io.IOException;
import java.sql.SQLException;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

/**
 * One export written to one response, on a thread of the lane. What fails before the first byte becomes a problem; what fails after it
 * closes the connection, so that the body is cut and never ends properly.
 */
final class HttpExport implements Runnable {

    private final ExportStream export;
    private final ResteasyReactiveRequestContext request;
    private final HttpServerResponse response;

    HttpExport(ExportStream export, ResteasyReactiveRequestContext request, HttpServerResponse response) {
        this.export = export;
        this.request = request;
        this.response = response;
    }

    @Override
    public void run() {
        try {
            HttpPipe pipe = new HttpPipe(response, export.place());
            export.writeTo(pipe);
            pipe.awaitDelivery();
            end();
        } catch (ExportCut cut) {
            fail(cut.ending(), cut);
        } catch (SQLException failure) {
            fail(DatabaseFailure.ending(failure), failure);
        } catch (IOException | RuntimeException | Error failure) {
            fail(Ending.FAILED, failure);
        }
    }

    /** The place is free before the client learns that it has everything: its next request finds it. */
    private void end() {
        export.place().end(Ending.FINISHED);
        response.end();
        request.resume();
    }

    private void fail(Ending ending, Throwable failure) {
        Ending reason = export.place().end(ending);
        if (response.headWritten() || response.closed()) {
            if (reason == Ending.FAILED) {
                Log.errorf(failure, "export broke half-way: trace_id=%s", export.place().traceId());
            }
            cut();
            request.resume();
        } else {
            // it would add the headers of the answer that is not given
            request.serverResponse().setPreCommitListener(null);
            request.resume(problem(reason, failure));
        }
    }

    /**
     * Resets the connection instead of closing it: in HTTP/1.0, which some proxies speak, a body ends where the connection is closed;
     * and what a stalled client did not take leaves the socket at once.
     */
    private void cut() {
        HttpServerRequest asked = request.unwrap(HttpServerRequest.class);
        if (asked.version() != HttpVersion.HTTP_2 && asked.connection() instanceof ConnectionBase connection) {
            doNotLinger(connection.channel());
        }
        response.reset();
    }

    private static void doNotLinger(Channel channel) {
        try {
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
        } catch (ChannelException closed) {
            Log.debugf("the client had left: %s", closed.getMessage());
        }
    }

    private static Throwable problem(Ending reason, Throwable failure) {
        if (reason == Ending.TOO_LONG || reason == Ending.DATABASE_SILENT) {
            return DatabaseFailure.tooLong();
        }
        return failure instanceof SQLException database ? DatabaseFailure.of(database) : failure;
    }
}
