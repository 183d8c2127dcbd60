package org.envdisclosure.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where the service's interface stands.
 *
 * @param base scheme, host, port and path up to and with {@code /api/v1}
 */
record ServiceAddress(String base) {

    private static final String API = "/api/v1";

    /**
     * @param server with or without a path before {@code /api/v1}, for a service behind a gateway
     * @throws IllegalArgumentException for what is not the http(s) address of a host
     */
    static ServiceAddress of(URI server) {
        boolean http = "http".equalsIgnoreCase(server.getScheme()) || "https".equalsIgnoreCase(server.getScheme());
        if (!http || server.getHost() == null) {
            throw new IllegalArgumentException("--server takes an address like http://127.0.0.1:8080 or https://example.org");
        }
        if (server.getRawUserInfo() != null || server.getRawQuery() != null || server.getRawFragment() != null) {
            throw new IllegalArgumentException("--server takes no user, query or fragment; the key goes into --key-file");
        }
        String given = server.toString().replaceFirst("/+$", "");
        return new ServiceAddress(given.endsWith(API) ? given : given + API);
    }

    /** @param path below {@code /api/v1}, its parts encoded by {@link #encoded} */
    URI at(String path, Map<String, String> query) {
        String parameters = query.entrySet().stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
        return URI.create(base + path + (parameters.isEmpty() ? "" : "?" + parameters));
    }

    /** As given with {@code --server}: what messages name. */
    String server() {
        return base.substring(0, base.length() - API.length());
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
