package io.kernelign.service.blob;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** Sends a file to a bucket: at once, or in parts when it is large. Nothing of it is to be seen before all of it is. */
final class S3Upload {

    /** Metadata of an object: SHA-256 of its content. */
    static final String SHA256 = "sha256";

    private static final long PART = 16L << 20;
    private static final long MOST_PARTS = 10_000;
    private static final String MEDIA_TYPE = "application/octet-stream";

    /** For one part: a store that takes longer has stopped. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final S3Client client;
    private final String bucket;

    S3Upload(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    void send(Path file, long bytes, String sha256, String key) {
        var metadata = Map.of(SHA256, sha256);
        if (bytes <= PART) {
            client.putObject(
                    request -> request.bucket(bucket)
                            .key(key)
                            .metadata(metadata)
                            .overrideConfiguration(call -> call.apiCallAttemptTimeout(PATIENCE)),
                    body(file, 0, bytes));
            return;
        }
        var upload = client.createMultipartUpload(
                        request -> request.bucket(bucket).key(key).metadata(metadata))
                .uploadId();
        try {
            sendParts(file, bytes, key, upload);
        } catch (SdkException | UncheckedIOException e) {
            abandon(key, upload, e);
            throw e;
        }
    }

    private void sendParts(Path file, long bytes, String key, String upload) {
        var length = Math.max(PART, (bytes + MOST_PARTS - 1) / MOST_PARTS);
        var parts = new ArrayList<CompletedPart>();
        for (long from = 0; from < bytes; from += length) {
            int number = parts.size() + 1;
            var sent = client.uploadPart(
                    request -> request.bucket(bucket)
                            .key(key)
                            .uploadId(upload)
                            .partNumber(number)
                            .overrideConfiguration(call -> call.apiCallAttemptTimeout(PATIENCE)),
                    body(file, from, Math.min(length, bytes - from)));
            parts.add(CompletedPart.builder()
                    .partNumber(number)
                    .eTag(sent.eTag())
                    .checksumCRC32(sent.checksumCRC32())
                    .build());
        }
        client.completeMultipartUpload(request ->
                request.bucket(bucket).key(key).uploadId(upload).multipartUpload(whole -> whole.parts(parts)));
    }

    private void abandon(String key, String upload, RuntimeException reason) {
        try {
            client.abortMultipartUpload(
                    request -> request.bucket(bucket).key(key).uploadId(upload));
        } catch (SdkException e) {
            reason.addSuppressed(e);
        }
    }

    private static RequestBody body(Path file, long from, long bytes) {
        return RequestBody.fromContentProvider(section(file, from), bytes, MEDIA_TYPE);
    }

    private static ContentStreamProvider section(Path file, long from) {
        return () -> {
            try {
                return new BufferedInputStream(at(file, from), 1 << 16);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    private static InputStream at(Path file, long from) throws IOException {
        return Channels.newInputStream(FileChannel.open(file).position(from));
    }
}
