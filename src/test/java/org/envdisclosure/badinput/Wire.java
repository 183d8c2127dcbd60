package org.envdisclosure.badinput;

import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.ConfigProvider;

/** HTTP/1.1 by hand: a client library would correct, or refuse to send, what is sent here. */
final class Wire {

    static final String API = "/api/v1";
    private static final int PATIENCE_MILLIS = 60_000;

    private Wire() {
    }

    /** Sends the bytes over a connection of their own and reads the first answer. */
    static Answer exchange(byte[]... parts) {
        try (Socket socket = open()) {
            send(socket, parts);
            return answer(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Also before and after the tests of a class, when RestAssured does not know it. */
    private static int port() {
        return URI.create(ConfigProvider.getConfig().getValue("test.url", String.class)).getPort();
    }

    static Socket open() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    /** A service that has already refused may close before everything is sent; what it said is what counts. */
    static void send(Socket socket, byte[]... parts) throws IOException {
        OutputStream out = socket.getOutputStream();
        try {
            for (byte[] part : parts) {
                out.write(part);
            }
            out.flush();
        } catch (IOException refusedAlready) {
            // the answer is read all the same
        }
    }

    /** GET of a path below the API; the target goes out as it is, each character one byte. */
    static Answer get(String target, String... headers) {
        return exchange(head("GET", API + target, headers));
    }

    static Answer request(String method, String target, String... headers) {
        return exchange(head(method, API + target, headers));
    }

    static Answer post(String target, byte[] body, String... headers) {
        String[] all = Arrays.copyOf(headers, headers.length + 1);
        all[headers.length] = "Content-Length: " + body.length;
        return exchange(head("POST", API + target, all), body);
    }

    static byte[] head(String method, String target, String... headers) {
        StringBuilder head = new StringBuilder(method).append(' ').append(target).append(" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return bytes(head.append("\r\n").toString());
    }

    /** One byte a character, so that a test can write any byte. */
    static byte[] bytes(String raw) {
        return raw.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The next answer on a connection. */
    static Answer answer(InputStream in) throws IOException {
        String[] lines = head(in).split("\r\n");
        Map<String, String> headers = new TreeMap<>();
        for (String line : Arrays.asList(lines).subList(1, lines.length)) {
            int colon = line.indexOf(':');
            headers.merge(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip(), (a, b) -> a + ", " + b);
        }
        return new Answer(Integer.parseInt(lines[0].split(" ")[1]), headers, body(headers, in));
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int b = in.read(); b >= 0; b = in.read()) {
            head.append((char) b);
            if (head.length() >= 4 && head.substring(head.length() - 4).equals("\r\n\r\n")) {
                return head.toString();
            }
        }
        throw new IOException("no answer but: " + head);
    }

    private static byte[] body(Map<String, String> headers, InputStream in) throws IOException {
        String length = headers.get("content-length");
        if (length != null) {
            return in.readNBytes(Integer.parseInt(length));
        }
        return "chunked".equals(headers.get("transfer-encoding")) ? dechunked(in) : in.readAllBytes();
    }

    private static byte[] dechunked(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = size(in); size > 0; size = size(in)) {
            body.write(in.readNBytes(size));
            in.skipNBytes(2);
        }
        return body.toByteArray();
    }

    private static int size(InputStream in) throws IOException {
        StringBuilder hex = new StringBuilder();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            hex.append((char) b);
        }
        return Integer.parseInt(hex.toString().strip(), 16);
    }
}
