package io.kernelign.fetch;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** The hub's: only the hub itself sees the token, and what it redirects to is as safe as itself. */
record HubManners(HubSettings settings) implements Manners {

    @Override
    public HttpURLConnection connect(URI uri) throws IOException {
        var connection = (HttpURLConnection) uri.toURL().openConnection();
        if (settings.isHub(uri)) {
            settings.token().ifPresent(token -> connection.setRequestProperty("Authorization", "Bearer " + token));
        }
        return connection;
    }

    @Override
    public boolean isOrigin(URI uri) {
        return settings.isHub(uri);
    }

    @Override
    public boolean leads(URI from, URI to) {
        return "https".equals(to.getScheme()) || from.getScheme().equals(to.getScheme());
    }

    @Override
    public String accepted() {
        return "a URL as safe as its own";
    }
}
