package io.kernelign.fetch;

import java.util.Set;
import javax.net.ssl.SSLSocketFactory;

/**
 * How the web is reached.
 *
 * @param trustedHosts names or literal addresses of servers that may be at an address which is not public
 * @param tls which certificates are trusted
 */
public record WebSettings(Set<String> trustedHosts, SSLSocketFactory tls, Perseverance perseverance) {

    public WebSettings {
        trustedHosts = Set.copyOf(trustedHosts);
    }

    AllowedAddresses allowed() {
        return new AllowedAddresses(trustedHosts);
    }
}
