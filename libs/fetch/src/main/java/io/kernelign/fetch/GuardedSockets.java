package io.kernelign.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.ssl.SSLSocketFactory;

/**
 * TLS connections to public addresses and trusted hosts alone. What is looked at is the address that is then connected
 * to, so that a name which means another address the next moment gains nothing.
 */
final class GuardedSockets extends SSLSocketFactory {

    private final SSLSocketFactory tls;
    private final AllowedAddresses allowed;

    GuardedSockets(SSLSocketFactory tls, AllowedAddresses allowed) {
        this.tls = tls;
        this.allowed = allowed;
    }

    /** Not connected yet: whoever connects it puts TLS over it. */
    @Override
    public Socket createSocket() {
        return new Socket() {
            @Override
            public void connect(SocketAddress endpoint, int timeout) throws IOException {
                allowed.require((InetSocketAddress) endpoint);
                super.connect(endpoint, timeout);
            }
        };
    }

    @Override
    public Socket createSocket(Socket connected, String host, int port, boolean autoClose) throws IOException {
        return tls.createSocket(connected, host, port, autoClose);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), host);
    }

    @Override
    public Socket createSocket(InetAddress address, int port) throws IOException {
        return connected(new InetSocketAddress(address, port), address.getHostAddress());
    }

    private Socket connected(InetSocketAddress endpoint, String host) throws IOException {
        var plain = createSocket();
        plain.connect(endpoint);
        return createSocket(plain, host, endpoint.getPort(), true);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress from, int fromPort) throws IOException {
        return createSocket(address, port);
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return tls.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return tls.getSupportedCipherSuites();
    }
}
