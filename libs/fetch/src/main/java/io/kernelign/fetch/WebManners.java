package io.kernelign.fetch;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;

/** The web's: TLS, and nobody in between who would be connected to in a server's place. */
record WebManners(SSLSocketFactory sockets) implements Manners {

    @Override
    public HttpURLConnection connect(URI uri) throws IOException {
        var connection = (HttpsURLConnection) uri.toURL().openConnection(Proxy.NO_PROXY);
        connection.setSSLSocketFactory(sockets);
        return connection;
    }

    @Override
    public boolean isOrigin(URI uri) {
        return false;
    }

    @Override
    public boolean leads(URI from, URI to) {
        return "https".equals(to.getScheme());
    }

    @Override
    public String accepted() {
        return "a URL that begins with https://";
    }
}
