package org.envdisclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.envdisclosure.platform.stream.EventReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The service with a certificate of its own: HTTP/2 within TLS, as browsers speak it. */
@Timeout(300)
class EncryptedIT {

    private static final String PASSWORD = "for-this-test";
    private static final Pattern ENCRYPTED = Pattern.compile("https://127\\.0\\.0\\.1:(\\d+)");

    @TempDir
    static Path folder;

    private static RunningService service;
    private static HttpClient client;
    private static String base;

    @BeforeAll
    static void a_service_with_a_certificate() throws Exception {
        Path store = folder.resolve("certificate.p12");
        Process made = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-keyalg", "EC", "-alias", "service",
                "-dname", "CN=127.0.0.1", "-ext", "SAN=IP:127.0.0.1", "-validity", "2", "-storetype", "PKCS12", "-storepass", PASSWORD, "-keystore", store.toString())
                .inheritIO().start();
        assertThat(made.waitFor()).isZero();
        service = RunningService.in(Files.createDirectory(folder.resolve("service")), Map.of("QUARKUS_HTTP_SSL_PORT", "0",
                "QUARKUS_HTTP_SSL_CERTIFICATE_KEY_STORE_FILE", store.toString(), "QUARKUS_HTTP_SSL_CERTIFICATE_KEY_STORE_PASSWORD", PASSWORD));
        Matcher listening = ENCRYPTED.matcher(service.log());
        assertThat(listening.find()).as(service.log()).isTrue();
        base = "https://127.0.0.1:" + listening.group(1);
        client = HttpClient.newBuilder().sslContext(trusting(store)).build();
    }

    @AfterAll
    static void nothing_is_left_running() {
        if (service != null) {
            service.close();
        }
    }

    private static SSLContext trusting(Path store) throws Exception {
        KeyStore known = KeyStore.getInstance("PKCS12");
        KeyStore pair = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            pair.load(in, PASSWORD.toCharArray());
        }
        known.load(null, null);
        known.setCertificateEntry("service", pair.getCertificate("service"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(known);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static HttpResponse<byte[]> get(HttpClient by, String address) throws Exception {
        return by.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofByteArray());
    }

    @Test
    void what_is_answered_is_the_same_as_without() throws Exception {
        HttpClient plain = HttpClient.newHttpClient();
        for (String path : new String[] {"/", "/page/vendor/echarts.js", "/api/v1/air/latest", "/api/v1/air/hourly?format=csv", "/api/v1/openapi"}) {
            HttpResponse<byte[]> encrypted = get(client, base + path);
            assertThat(encrypted.version()).as(path).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(encrypted.statusCode()).as(path).isEqualTo(200);
            assertThat(encrypted.body()).as(path).isEqualTo(get(plain, service.base() + path).body());
        }
    }

    @Test
    void events_are_told_over_http_2() throws Exception {
        try (EventReader reader = EventReader.open(client, URI.create(base + "/api/v1/stream?dataset=air-stations"))) {
            assertThat(reader.response().version()).isEqualTo(HttpClient.Version.HTTP_2);
            reader.next();
            assertThat(service.client().post("/air/stations", "application/x-ndjson", "{\"station_code\":\"EN-1\",\"name\":\"EN\"}".getBytes()).statusCode()).isEqualTo(200);
            assertThat(reader.next().json().getString("dataset")).isEqualTo("air-stations");
        }
    }
}
