package io.kernelign.gateway.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** As much of an issuer as resource servers ask: its metadata and its public key. */
record Issuer(HttpServer server, RSAKey key) implements AutoCloseable {

    static Issuer start() {
        try {
            var key = new RSAKeyGenerator(2048).keyID("1").generate();
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var issuer = new Issuer(server, key);
            issuer.serve(
                    "/.well-known/openid-configuration",
                    "{\"issuer\": \"" + issuer.url() + "\", \"jwks_uri\": \"" + issuer.url()
                            + "/jwks\", \"subject_types_supported\": [\"public\"]}");
            issuer.serve("/jwks", "{\"keys\": [" + key.toPublicJWK().toJSONString() + "]}");
            server.start();
            return issuer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void serve(String path, String json) {
        server.createContext(path, exchange -> {
            var body = json.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
