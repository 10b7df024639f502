package io.kernelign.service.blob;

import io.kernelign.service.start.RefusedStartException;
import java.time.Duration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;

/** Makes clients of S3: patient with a store that stumbles, for a while. */
final class S3Connection {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final int MOST_ATTEMPTS = 5;

    private S3Connection() {}

    /** @throws RefusedStartException when the bucket cannot be used, with the reason */
    static S3Client open(S3Settings settings) {
        try {
            var client = client(settings, SILENCE);
            client.headBucket(request -> request.bucket(settings.bucket()));
            return client;
        } catch (SdkException e) {
            throw new RefusedStartException(settings.place() + " cannot be used: " + e.getMessage() + ".", e);
        }
    }

    /** @param silence how long a server may say nothing */
    static S3Client client(S3Settings settings, Duration silence) {
        var builder = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(silence))
                .forcePathStyle(settings.pathStyle())
                .overrideConfiguration(client -> client.retryStrategy(DefaultRetryStrategy.standardStrategyBuilder()
                        .maxAttempts(MOST_ATTEMPTS)
                        .build()));
        if (settings.endpoint() != null) {
            builder.endpointOverride(settings.endpoint()).region(Region.US_EAST_1);
        }
        if (settings.region() != null) {
            builder.region(Region.of(settings.region()));
        }
        return builder.build();
    }
}
