package org.envdisclosure.platform.web;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;

/**
 * Speaks HTTP/1.1 alone where nothing is encrypted; HTTP/2 is agreed upon within TLS.
 *
 * <p>RFC 9113, 3.1 has given up the step from HTTP/1.1 to HTTP/2 on one connection. The server still took it, and an answer that did not fit
 * the first window then now and again went out without frames: clients that ask for the step by default, such as Java's, read nonsense or wait
 * for ever. One that asks for it is answered in HTTP/1.1, as the standard lets a server do (RFC 9110, 7.8).
 */
@Singleton
class ClearText implements HttpServerOptionsCustomizer {

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setHttp2ClearTextEnabled(false);
    }
}
