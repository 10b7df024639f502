package io.kernelign.gateway.upload;

import io.kernelign.gateway.dataset.DraftFolder;
import jakarta.servlet.MultipartConfigElement;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the server hands bodies over. */
@Configuration(proxyBeanMethods = false)
class UploadServer {

    /** Bytes that a connection holds as long as it is open. */
    private static final int PIECE = 1 << 15;

    /** Parts of forms go straight to disk. */
    @Bean
    MultipartConfigElement forms(DraftFolder drafts, UploadSettings settings) {
        return new MultipartConfigElement(drafts.path().toString(), settings.maxBytes(), settings.maxBytes(), 0);
    }

    /** A client that asks ({@code Expect: 100-continue}) begins to send only once its request was found acceptable. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> earlyAnswer() {
        return server ->
                server.addConnectorCustomizers(connector -> connector.setProperty("continueResponseTiming", "onRead"));
    }

    /** A body is taken off the network in larger pieces than by default: a quick client is kept waiting less often. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> largePieces() {
        return server -> server.addConnectorCustomizers(
                connector -> connector.setProperty("socket.appReadBufSize", Integer.toString(PIECE)));
    }
}
