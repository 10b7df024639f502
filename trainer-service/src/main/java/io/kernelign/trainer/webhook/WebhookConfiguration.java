package io.kernelign.trainer.webhook;

import io.kernelign.fetch.WebMessages;
import io.kernelign.fetch.WebSettings;
import io.kernelign.service.http.TrustedTls;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookSettings.class)
class WebhookConfiguration {

    @Bean
    WebMessages webMessages(WebhookSettings settings, SslBundles bundles) {
        var tls = TrustedTls.of(settings.sslBundle(), bundles);
        return new WebMessages(new WebSettings(settings.trustedHosts(), tls, settings.perseverance()));
    }
}
