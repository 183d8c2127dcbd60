package org.envdisclosure.page;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A web site that is not ours, of whole pages by path: another host's name, so another site to a browser. */
final class OtherSite implements AutoCloseable {

    private final HttpServer server;

    private OtherSite(HttpServer server) {
        this.server = server;
    }

    /** @param policy the Content-Security-Policy of every page, empty for none */
    static OtherSite of(String policy, Map<String, String> pages) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            pages.forEach((path, page) -> server.createContext(path, exchange -> {
                byte[] body = page.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", path.endsWith(".js") ? "text/javascript" : "text/html; charset=utf-8");
                if (!policy.isEmpty()) {
                    exchange.getResponseHeaders().set("Content-Security-Policy", policy);
                }
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            }));
            server.start();
            return new OtherSite(server);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
