package org.envdisclosure.platform.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One address of a PostgreSQL database, in the form libpq knows, and as the two drivers want it. All parts are decoded.
 *
 * @param host     name or address; an IPv6 address without brackets
 * @param password null when the server asks for none
 * @param options  {@code sslmode}, {@code sslrootcert}, {@code application_name}
 */
public record DatabaseUrl(String host, int port, String database, String user, @Nullable String password,
        Map<String, String> options) {

    /** The form to show in messages. */
    static final String FORM = "postgresql://user:password@host:port/database";

    public DatabaseUrl {
        options = Map.copyOf(options);
    }

    /**
     * Reads {@value #FORM} with percent-encoded parts; also {@code postgres://}, without port (5432) and without password.
     *
     * @param setting the name of the setting, for the message
     * @throws SettingException when it has another form; the message never repeats the text, as it may hold a password
     */
    public static DatabaseUrl parse(String setting, String text) {
        return new DatabaseUrlReader(setting).read(text);
    }

    /** Without user and password: those are given to the driver apart. */
    public String jdbcUrl() {
        Map<String, String> parameters = new LinkedHashMap<>(options);
        String application = parameters.remove("application_name");
        if (application != null) {
            parameters.put("ApplicationName", application);
        }
        return "jdbc:postgresql://" + bracketed() + ":" + port + "/" + encoded(database) + query(parameters);
    }

    /** For the reactive client, without user and password; {@link #quarkusProperties()} has what it takes beside its URL. */
    public String reactiveUrl() {
        Map<String, String> parameters = new LinkedHashMap<>(options);
        parameters.remove("sslrootcert");
        // the client's own parser refuses a plain underscore, which names of containers have
        return "postgresql://" + bracketed().replace("_", "%5F") + ":" + port + "/" + encoded(database) + query(parameters);
    }

    /** The runtime properties of the default datasource; pools are sized in application.properties. */
    public Map<String, String> quarkusProperties() {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("quarkus.datasource.jdbc.url", jdbcUrl());
        properties.put("quarkus.datasource.reactive.url", reactiveUrl());
        properties.put("quarkus.datasource.username", user);
        if (password != null) {
            properties.put("quarkus.datasource.password", password);
        }
        properties.putAll(reactiveTrust());
        return properties;
    }

    /** What libpq and the JDBC driver understand by an sslmode; the reactive client must be told in words of its own. */
    private Map<String, String> reactiveTrust() {
        String prefix = "quarkus.datasource.reactive.";
        String certificate = options.get("sslrootcert");
        return switch (options.getOrDefault("sslmode", "")) {
            case "allow", "prefer", "require" -> Map.of(prefix + "trust-all", "true");
            case "verify-ca" -> Map.of(prefix + "trust-certificate-pem", "true",
                    prefix + "trust-certificate-pem.certs", certificate,
                    prefix + "hostname-verification-algorithm", "NONE");
            case "verify-full" -> Map.of(prefix + "trust-certificate-pem", "true",
                    prefix + "trust-certificate-pem.certs", certificate,
                    prefix + "hostname-verification-algorithm", "HTTPS");
            default -> Map.of();
        };
    }

    private String bracketed() {
        return host.indexOf(':') < 0 ? host : "[" + host + "]";
    }

    private static String query(Map<String, String> parameters) {
        return parameters.isEmpty() ? "" : parameters.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&", "?", ""));
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, UTF_8).replace("+", "%20");
    }

    /** Without the password: it ends in logs. */
    @Override
    public String toString() {
        return "postgresql://" + user + "@" + bracketed() + ":" + port + "/" + database;
    }
}
