package org.envdisclosure.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The other party below HTTP, for the ways of dying that no HTTP server would play. */
final class RawService implements AutoCloseable {

    /** What is done with one connection; it is closed afterwards. */
    interface Behaviour {
        void serve(Socket connection) throws IOException;
    }

    private final ServerSocket socket;
    private final List<Socket> open = Collections.synchronizedList(new ArrayList<>());

    /** @param inOrder one for each connection; the last stays for all after it */
    RawService(Behaviour... inOrder) {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        Thread acceptor = new Thread(() -> accept(inOrder), "raw-service");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    String url() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    static String readHead(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("closed within the head: " + head);
            }
            head.append((char) next);
        }
        return head.toString();
    }

    static void answer(Socket connection, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        connection.getOutputStream().write(("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                + bytes.length + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        connection.getOutputStream().write(bytes);
        connection.getOutputStream().flush();
    }

    private void accept(Behaviour[] inOrder) {
        for (int connection = 0; !socket.isClosed(); connection++) {
            Behaviour behaviour = inOrder[Math.min(connection, inOrder.length - 1)];
            try {
                Socket accepted = socket.accept();
                open.add(accepted);
                Thread server = new Thread(() -> serve(accepted, behaviour), "raw-service-connection");
                server.setDaemon(true);
                server.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void serve(Socket connection, Behaviour behaviour) {
        try (connection) {
            behaviour.serve(connection);
        } catch (IOException clientGone) {
            // what the test asks for is asserted on the client's side
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket each : List.copyOf(open)) {
            each.close();
        }
    }
}
