package io.kernelign.service.blob;

import io.kernelign.service.start.RefusedStartException;
import java.net.URI;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The bucket that blobs lie in ({@code kernelign.blobs.s3.*}); the credentials are those that the AWS SDK finds.
 *
 * @param endpoint base URL of an S3-compatible store; {@code null} for AWS
 * @param region {@code null} for the one that the AWS SDK finds or, with an endpoint, for {@code us-east-1}
 * @param pathStyle whether the bucket stands in the path of a URL instead of in its host name
 * @param prefix that every key has in the bucket: empty, or segments joined by {@code /} without one at the end
 * @param cacheDir where blobs lie that have to be local files
 * @param cacheSize how much of them is kept
 */
@ConfigurationProperties("kernelign.blobs.s3")
record S3Settings(
        String bucket,
        URI endpoint,
        String region,
        boolean pathStyle,
        @DefaultValue("") String prefix,
        Path cacheDir,
        @DefaultValue("20GB") DataSize cacheSize) {

    S3Settings {
        if (endpoint != null && (endpoint.getScheme() == null || endpoint.getHost() == null)) {
            throw new RefusedStartException(
                    "kernelign.blobs.s3.endpoint is \"" + endpoint + "\"; accepted is a URL such as http://host:9000.");
        }
        if (!prefix.isEmpty() && !BlobKeys.accepts(prefix)) {
            throw new RefusedStartException("kernelign.blobs.s3.prefix is \"" + prefix
                    + "\"; accepted is a path such as team/kernelign, without a slash at either end.");
        }
        if (cacheSize.toBytes() < 0) {
            throw new RefusedStartException(
                    "kernelign.blobs.s3.cache-size is " + cacheSize + "; accepted is a size such as 20GB.");
        }
    }

    /** The key of a blob, or the prefix of several, as the bucket has it. */
    String inBucket(String key) {
        return prefix.isEmpty() ? key : prefix + "/" + key;
    }

    /** A key of the bucket as the store has it. */
    String inStore(String key) {
        return prefix.isEmpty() ? key : key.substring(prefix.length() + 1);
    }

    /** Where it is, for a person. */
    String place() {
        return "S3 bucket " + bucket + (endpoint == null ? "" : " at " + endpoint);
    }
}
