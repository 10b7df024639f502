package io.kernelign.gateway.source;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * From where data sets may be fetched ({@code kernelign.sources.*}); from nowhere unless it is switched on.
 *
 * @param timeout how long a fetch may take at most
 */
@ConfigurationProperties("kernelign.sources")
record SourceSettings(Duration timeout, Hf hf, Https https, S3 s3) {

    /** The Hugging Face hub; {@code kernelign.hub.*} says where it is. */
    record Hf(boolean enabled) {}

    /**
     * Any server.
     *
     * @param trustedHosts names or literal addresses of servers that may be at an address which is not public
     * @param sslBundle of Spring Boot ({@code spring.ssl.bundle.*}), which says whose certificates are trusted; empty
     *     for those that Java trusts
     */
    record Https(boolean enabled, Set<String> trustedHosts, String sslBundle) {}

    /**
     * Buckets, with the credentials that the AWS SDK finds.
     *
     * @param buckets those that may be read, by everybody who may import
     * @param endpoint base URL of an S3-compatible store; {@code null} for AWS
     * @param region {@code null} for the one that the AWS SDK finds or, with an endpoint, for {@code us-east-1}
     * @param pathStyle whether the bucket stands in the path of a URL instead of in its host name
     */
    record S3(boolean enabled, Set<String> buckets, URI endpoint, String region, boolean pathStyle) {}
}
