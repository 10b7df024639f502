package io.kernelign.gateway.source;

import io.kernelign.fetch.Hub;
import io.kernelign.fetch.HubSettings;
import io.kernelign.fetch.Perseverance;
import io.kernelign.fetch.Web;
import io.kernelign.fetch.WebSettings;
import io.kernelign.service.blob.S3Clients;
import io.kernelign.service.http.TrustedTls;
import java.net.URI;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.function.SingletonSupplier;

@Configuration(proxyBeanMethods = false)
class SourceConfiguration {

    private static final Duration SILENCE = Perseverance.USUAL.silence();

    @Bean
    HubSource.Kind hubSources(
            SourceSettings settings,
            @Value("${kernelign.hub.endpoint}") URI endpoint,
            @Value("${kernelign.hub.token}") String token) {
        return new HubSource.Kind(settings.hf().enabled(), new Hub(HubSettings.of(endpoint, token)));
    }

    @Bean
    HttpsSource.Kind httpsSources(SourceSettings settings, SslBundles bundles) {
        var https = settings.https();
        var web = new WebSettings(https.trustedHosts(), TrustedTls.of(https.sslBundle(), bundles), Perseverance.USUAL);
        return new HttpsSource.Kind(https.enabled(), new Web(web));
    }

    @Bean
    S3Source.Kind s3Sources(SourceSettings settings) {
        var s3 = settings.s3();
        var client = SingletonSupplier.of(() -> S3Clients.of(s3.endpoint(), s3.region(), s3.pathStyle(), SILENCE));
        return new S3Source.Kind(s3.enabled(), s3.buckets(), client::obtain);
    }
}
