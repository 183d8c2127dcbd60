package org.envdisclosure.platform.export;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** HTTP by hand: the end of a connection is seen as it is, which no client library shows. */
public final class RawHttp {

    /** How a whole chunked body ends. */
    public static final String LAST_CHUNK = "\r\n0\r\n\r\n";
    /** Stands at the end of what was read from a connection the server reset. */
    public static final String RESET = "(reset)";

    private static final int MILLISECONDS_TO_ANSWER = 20_000;

    private RawHttp() {
    }

    public static Socket ask(URI base, String rest) throws IOException {
        return ask(base, rest, "HTTP/1.1");
    }

    static String answer(URI base, String rest, String version) throws IOException {
        try (Socket socket = ask(base, rest, version)) {
            return readToEnd(socket);
        }
    }

    private static Socket ask(URI base, String rest, String version) throws IOException {
        Socket socket = new Socket(base.getHost(), base.getPort());
        socket.setSoTimeout(MILLISECONDS_TO_ANSWER);
        String request = "GET " + base.getPath() + rest + " " + version + "\r\nHost: test\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** Up to the end of the connection, however it ended. */
    public static String readToEnd(Socket socket) throws IOException {
        StringBuilder text = new StringBuilder();
        byte[] piece = new byte[65_536];
        try {
            for (int count = socket.getInputStream().read(piece); count >= 0; count = socket.getInputStream().read(piece)) {
                text.append(new String(piece, 0, count, StandardCharsets.ISO_8859_1));
            }
        } catch (SocketException reset) {
            text.append(RESET);
        }
        return text.toString();
    }
}
