package io.kernelign.service.blob;

import io.kernelign.service.start.RefusedStartException;
import java.time.Duration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;

/** Makes the client of the bucket that blobs lie in. */
final class S3Connection {

    private static final Duration SILENCE = Duration.ofSeconds(30);

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
        return S3Clients.of(settings.endpoint(), settings.region(), settings.pathStyle(), silence);
    }
}
