package org.envdisclosure.platform.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes a connection URI of libpq's form apart. {@link java.net.URI} is not used: it knows no host with an underscore. */
final class DatabaseUrlReader {

    private static final int DEFAULT_PORT = 5432;
    private static final List<String> OPTIONS = List.of("sslmode", "sslrootcert", "application_name");
    private static final List<String> SSL_MODES =
            List.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");

    private final String setting;

    DatabaseUrlReader(String setting) {
        this.setting = setting;
    }

    DatabaseUrl read(String text) {
        String rest = withoutScheme(text);
        if (rest.indexOf('#') >= 0) {
            throw wrong("it holds a plain '#'");
        }
        String[] pathAndQuery = rest.split("\\?", 2);
        String[] authorityAndDatabase = pathAndQuery[0].split("/", 2);
        if (authorityAndDatabase.length < 2 || authorityAndDatabase[1].isEmpty()) {
            throw wrong("the name of the database is missing");
        }
        if (authorityAndDatabase[1].indexOf('/') >= 0) {
            throw wrong("there is a '/' too much after the host");
        }
        int at = authorityAndDatabase[0].lastIndexOf('@');
        if (at <= 0) {
            throw wrong("the user is missing");
        }
        return assembled(authorityAndDatabase[0].substring(0, at).split(":", 2), authorityAndDatabase[0].substring(at + 1),
                decoded(authorityAndDatabase[1]), options(pathAndQuery.length < 2 ? "" : pathAndQuery[1]));
    }

    private String withoutScheme(String text) {
        for (String scheme : List.of("postgresql://", "postgres://")) {
            if (text.startsWith(scheme)) {
                return text.substring(scheme.length());
            }
        }
        throw wrong("it does not begin with postgresql://");
    }

    private DatabaseUrl assembled(String[] credentials, String hostAndPort, String database, Map<String, String> options) {
        if (credentials[0].isEmpty()) {
            throw wrong("the user is missing");
        }
        boolean literal = hostAndPort.startsWith("[");
        int colon = hostAndPort.indexOf(':', literal ? Math.max(hostAndPort.indexOf(']'), 0) : 0);
        String host = colon < 0 ? hostAndPort : hostAndPort.substring(0, colon);
        int port = colon < 0 ? DEFAULT_PORT : port(hostAndPort.substring(colon + 1));
        return new DatabaseUrl(host(host), port, database, decoded(credentials[0]),
                credentials.length < 2 ? null : decoded(credentials[1]), options);
    }

    private String host(String text) {
        if (text.indexOf(',') >= 0) {
            throw wrong("it names several hosts; give the one that accepts writes");
        }
        boolean literal = text.startsWith("[") && text.endsWith("]");
        String host = literal ? text.substring(1, text.length() - 1) : text;
        if (!host.matches(literal ? "[0-9A-Fa-f:.]+" : "[A-Za-z0-9._-]+")) {
            throw wrong("the host is missing or not a name or address");
        }
        return host;
    }

    private int port(String text) {
        if (text.matches("\\d{1,5}")) {
            int port = Integer.parseInt(text);
            if (port >= 1 && port <= 65_535) {
                return port;
            }
        }
        throw wrong("the port is not a number from 1 to 65535");
    }

    private Map<String, String> options(String query) {
        Map<String, String> options = new LinkedHashMap<>();
        for (String option : query.isEmpty() ? new String[0] : query.split("&")) {
            String[] nameAndValue = option.split("=", 2);
            if (nameAndValue.length < 2 || !OPTIONS.contains(nameAndValue[0])) {
                throw wrong("of options it may have " + String.join(", ", OPTIONS) + "; not '" + nameAndValue[0] + "'");
            }
            options.put(nameAndValue[0], decoded(nameAndValue[1]));
        }
        // what libpq and the JDBC driver do unasked; the reactive client would do without encryption
        options.putIfAbsent("sslmode", "prefer");
        checkEncryption(options);
        return options;
    }

    private void checkEncryption(Map<String, String> options) {
        String mode = options.get("sslmode");
        if (!SSL_MODES.contains(mode)) {
            throw wrong("sslmode is one of " + String.join(", ", SSL_MODES));
        }
        if (mode.startsWith("verify-") && !options.containsKey("sslrootcert")) {
            throw wrong("sslmode=" + mode + " needs sslrootcert=FILE with the authority's certificate");
        }
    }

    private String decoded(String part) {
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), UTF_8);
        } catch (IllegalArgumentException e) {
            throw wrong("a '%' is not followed by two hexadecimal digits");
        }
    }

    private SettingException wrong(String what) {
        return new SettingException(setting + " cannot be used: " + what + ". Its form is " + DatabaseUrl.FORM
                + ", special characters of user and password percent-encoded (@ as %40, / as %2F, # as %23, % as %25).");
    }
}
