package org.envdisclosure.platform.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A TCP line to a server that can be cut (connections break, new ones are refused), hang (nothing arrives) and be mended. */
public final class FaultyLine {

    private final InetSocketAddress server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Object mended = new Object();
    private @Nullable ServerSocket door;
    private int port;
    private volatile boolean hanging;

    public FaultyLine(String host, int port) {
        this.server = new InetSocketAddress(host, port);
        mend();
    }

    public int port() {
        return port;
    }

    /** Lets everything through again; connections that hung go on. */
    public synchronized void mend() {
        synchronized (mended) {
            hanging = false;
            mended.notifyAll();
        }
        if (door == null) {
            open();
        }
    }

    public synchronized void cut() {
        try {
            if (door != null) {
                door.close();
                door = null;
            }
            breakConnections();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every connection breaks; a new one works. */
    public void breakConnections() throws IOException {
        for (Socket socket : open) {
            try {
                // a reset, as when a machine disappears, not an orderly end
                socket.setSoLinger(true, 0);
            } catch (SocketException closedMeanwhile) {
                continue;
            }
            socket.close();
        }
        open.clear();
    }

    public void hang() {
        hanging = true;
    }

    private void open() {
        try {
            ServerSocket listening = new ServerSocket();
            listening.setReuseAddress(true);
            listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            port = listening.getLocalPort();
            door = listening;
            daemon(() -> accept(listening));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket listening) throws IOException {
        while (true) {
            Socket near = listening.accept();
            Socket far = new Socket();
            open.add(near);
            open.add(far);
            far.connect(server);
            daemon(() -> carry(near, far));
            daemon(() -> carry(far, near));
        }
    }

    private void carry(Socket from, Socket to) throws IOException {
        try (from; to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                waitWhileHanging();
                out.write(buffer, 0, read);
                out.flush();
            }
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private void waitWhileHanging() {
        synchronized (mended) {
            while (hanging) {
                try {
                    mended.wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    private static void daemon(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException ended) {
                // the line was cut, which is what it is for
            }
        }, "faulty line");
        thread.setDaemon(true);
        thread.start();
    }
}
