package io.kernelign.gateway.source;

import io.kernelign.fetch.Checksum;
import io.kernelign.fetch.RemoteFile;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * An object.
 *
 * @param version its entity tag, which must stay the same
 * @param longest bytes that it may have
 */
record S3File(String bucket, String key, String version, long longest, S3Client client) implements RemoteFile {

    @Override
    public String name() {
        return key;
    }

    @Override
    public String server() {
        return toString();
    }

    @Override
    public long most(boolean told) {
        return longest;
    }

    @Override
    public Opened open(long from) throws IOException {
        try {
            var content = client.getObject(request -> request.bucket(bucket)
                    .key(key)
                    .ifMatch(version)
                    .checksumMode(ChecksumMode.ENABLED)
                    .range(from > 0 ? "bytes=" + from + "-" : null));
            return new Content(content, from);
        } catch (SdkException e) {
            if (S3Refusals.mayPass(e)) {
                throw new IOException(e.getMessage(), e);
            }
            throw S3Refusals.of(this, e);
        }
    }

    @Override
    public String toString() {
        return "s3://" + bucket + "/" + key;
    }

    private record Content(ResponseInputStream<GetObjectResponse> body, long from) implements Opened {

        @Override
        public long total() {
            return from + body.response().contentLength();
        }

        /** That of the whole object; one that is made of those of its parts has a dash. */
        @Override
        public Optional<Checksum> promised() {
            return Optional.ofNullable(body.response().checksumSHA256())
                    .filter(checksum -> from == 0 && !checksum.contains("-"))
                    .map(checksum -> Checksum.sha256(Base64.getDecoder().decode(checksum)));
        }

        /** What is not read yet is not waited for. */
        @Override
        public void close() {
            body.abort();
        }
    }
}
