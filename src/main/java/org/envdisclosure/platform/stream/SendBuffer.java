package org.envdisclosure.platform.stream;

import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelOption;
import io.quarkus.logging.Log;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;

/** What the system keeps for a reader who does not read. By itself it takes some megabytes before anybody notices, times a thousand readers. */
final class SendBuffer {

    private static final int BYTES = 32 * 1024;

    private SendBuffer() {
    }

    /** Bounds it, where the connection is the stream's alone. */
    static void bound(HttpServerRequest request) {
        if (request.version() != HttpVersion.HTTP_2 && request.connection() instanceof ConnectionBase connection) {
            bound(connection.channel());
        }
    }

    private static void bound(Channel channel) {
        try {
            channel.config().setOption(ChannelOption.SO_SNDBUF, BYTES);
        } catch (ChannelException closed) {
            Log.debugf("the reader had left: %s", closed.getMessage());
        }
    }
}
