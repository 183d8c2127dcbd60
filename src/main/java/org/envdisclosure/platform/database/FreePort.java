package org.envdisclosure.platform.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A TCP port of this machine that nobody listens on: the system's choice, never one that was written down. */
final class FreePort {

    private FreePort() {
    }

    static int ask() throws IOException {
        try (ServerSocket socket = listening(0)) {
            return socket.getLocalPort();
        }
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = listening(port)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static ServerSocket listening(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }
}
