package io.kernelign.service.http;

import javax.net.ssl.SSLSocketFactory;
import org.springframework.boot.ssl.SslBundles;

/** TLS as a service is configured to trust it. */
public final class TrustedTls {

    private TrustedTls() {}

    /** @param bundle of Spring Boot ({@code spring.ssl.bundle.*}); empty for the certificates that Java trusts */
    public static SSLSocketFactory of(String bundle, SslBundles bundles) {
        return bundle.isBlank()
                ? (SSLSocketFactory) SSLSocketFactory.getDefault()
                : bundles.getBundle(bundle).createSslContext().getSocketFactory();
    }
}
