package io.crmkit.examples.document;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import javax.net.SocketFactory;

/** Connections that another thread can cut. */
final class CuttableSockets extends SocketFactory {

    private final List<Socket> made = new ArrayList<>();
    private boolean cut;

    @Override
    public synchronized Socket createSocket() throws IOException {
        if (cut) {
            throw new IOException("cut");
        }
        Socket socket = new Socket();
        made.add(socket);
        return socket;
    }

    /** Closes every connection, and lets no more be made. */
    synchronized void cut() {
        cut = true;
        for (Socket socket : made) {
            try {
                socket.close();
            } catch (IOException closedAnyhow) {
                // nobody speaks over it any more
            }
        }
    }

    private Socket connected(InetSocketAddress from, InetSocketAddress to) throws IOException {
        Socket socket = createSocket();
        socket.bind(from);
        socket.connect(to);
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(0), new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return connected(new InetSocketAddress(from, fromPort), new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(0), new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        return connected(new InetSocketAddress(from, fromPort), new InetSocketAddress(host, port));
    }
}
