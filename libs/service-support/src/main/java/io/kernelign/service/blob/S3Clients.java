package io.kernelign.service.blob;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;

/** Makes clients of S3: patient with a store that stumbles, for a while. */
public final class S3Clients {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int MOST_ATTEMPTS = 5;

    private S3Clients() {}

    /**
     * A client with the credentials that the AWS SDK finds.
     *
     * @param endpoint base URL of an S3-compatible store; {@code null} for AWS
     * @param region {@code null} for the one that the AWS SDK finds or, with an endpoint, for {@code us-east-1}
     * @param pathStyle whether the bucket stands in the path of a URL instead of in its host name
     * @param silence how long a server may say nothing
     */
    public static S3Client of(URI endpoint, String region, boolean pathStyle, Duration silence) {
        var builder = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(silence))
                .forcePathStyle(pathStyle)
                .overrideConfiguration(client -> client.retryStrategy(DefaultRetryStrategy.standardStrategyBuilder()
                        .maxAttempts(MOST_ATTEMPTS)
                        .build()));
        if (endpoint != null) {
            builder.endpointOverride(endpoint).region(Region.US_EAST_1);
        }
        if (region != null) {
            builder.region(Region.of(region));
        }
        return builder.build();
    }
}
