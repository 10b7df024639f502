package io.kernelign.service.blob;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Blobs as objects of a bucket, which any number of processes may share. Content is written to a local file first, so
 * that its checksum is known before it is sent and a part that fails can be sent again.
 */
final class S3BlobStore implements BlobStore, AutoCloseable {

    private final S3Client client;
    private final S3Settings settings;
    private final S3Upload upload;
    private final BlobCache cache;

    S3BlobStore(S3Client client, S3Settings settings) throws IOException {
        this.client = client;
        this.settings = settings;
        this.upload = new S3Upload(client, settings.bucket());
        this.cache = new BlobCache(settings.cacheDir(), settings.cacheSize().toBytes());
    }

    @Override
    public Blob put(UnaryOperator<String> keyOfHash, BlobContent content) throws IOException {
        try (var draft = Draft.write(cache.staging(), content)) {
            return send(draft, keyOfHash);
        }
    }

    @Override
    public Blob putFile(UnaryOperator<String> keyOfHash, FileContent content) throws IOException {
        try (var draft = Draft.writeFile(cache.staging(), content)) {
            return send(draft, keyOfHash);
        }
    }

    /** Sends the file as it is, without a copy. */
    @Override
    public Blob put(String key, Path file) throws IOException {
        return send(file, new Blob(BlobKeys.check(key), Files.size(file), Sha256.of(file)));
    }

    private Blob send(Draft draft, UnaryOperator<String> keyOfHash) throws IOException {
        return send(draft.file(), new Blob(keyOfHash.apply(draft.sha256()), draft.bytes(), draft.sha256()));
    }

    private Blob send(Path file, Blob blob) throws IOException {
        var key = inBucket(blob.key());
        return ask("store", blob.key(), () -> {
            upload.send(file, blob.bytes(), blob.sha256(), key);
            return blob;
        });
    }

    @Override
    public InputStream open(String key) throws IOException {
        var content = content(key);
        try {
            return new VerifiedInputStream(content, blob(key, content));
        } catch (DamagedBlobException e) {
            content.close();
            throw e;
        }
    }

    private S3Content content(String key) throws IOException {
        var name = inBucket(key);
        return ask("read", key, () -> new S3Content(client, settings.bucket(), name));
    }

    private static Blob blob(String key, S3Content content) throws DamagedBlobException {
        var object = content.object();
        return blob(key, object.contentLength(), object.metadata().get(S3Upload.SHA256));
    }

    private static Blob blob(String key, long bytes, String sha256) throws DamagedBlobException {
        if (sha256 == null) {
            throw new DamagedBlobException(key, "no metadata " + S3Upload.SHA256, "one");
        }
        return new Blob(key, bytes, sha256);
    }

    @Override
    public long size(String key) throws IOException {
        return find(key).bytes();
    }

    @Override
    public boolean exists(String key) throws IOException {
        return head(key).isPresent();
    }

    @Override
    public boolean delete(String key) throws IOException {
        var name = inBucket(key);
        return exists(key)
                && ask("delete", key, () -> {
                    client.deleteObject(
                            request -> request.bucket(settings.bucket()).key(name));
                    return true;
                });
    }

    @Override
    public List<String> list(String prefix) throws IOException {
        return ask("list", prefix, () -> client
                .listObjectsV2Paginator(
                        request -> request.bucket(settings.bucket()).prefix(settings.inBucket(prefix)))
                .contents()
                .stream()
                .map(S3Object::key)
                .map(settings::inStore)
                .sorted()
                .toList());
    }

    @Override
    public Path localPath(String key) throws IOException {
        while (true) {
            var blob = find(key);
            try {
                return cache.get(blob, staging -> download(key, staging));
            } catch (DamagedBlobException e) {
                if (find(key).equals(blob)) {
                    throw e;
                }
            }
        }
    }

    private Draft download(String key, Path folder) throws IOException {
        try (var content = content(key)) {
            return Draft.write(folder, content::transferTo);
        }
    }

    private Blob find(String key) throws IOException {
        var object = head(key).orElseThrow(() -> new NoSuchFileException(key));
        return blob(key, object.contentLength(), object.metadata().get(S3Upload.SHA256));
    }

    private Optional<HeadObjectResponse> head(String key) throws IOException {
        var name = inBucket(key);
        try {
            return Optional.of(ask(
                    "look up",
                    key,
                    () -> client.headObject(
                            request -> request.bucket(settings.bucket()).key(name))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private String inBucket(String key) {
        return settings.inBucket(BlobKeys.check(key));
    }

    private <T> T ask(String what, String key, Supplier<T> request) throws IOException {
        try {
            return request.get();
        } catch (NoSuchKeyException e) {
            throw new NoSuchFileException(key);
        } catch (SdkException e) {
            var sentence = "%s could not %s %s: %s".formatted(settings.place(), what, key, e.getMessage());
            throw passes(e) ? new BlobStoreAwayException(sentence, e) : new IOException(sentence, e);
        }
    }

    /** Whether the reason lies in the network or the server rather than in what was asked. */
    private static boolean passes(SdkException e) {
        return !(e instanceof SdkServiceException refusal)
                || refusal.isThrottlingException()
                || refusal.statusCode() >= 500;
    }

    @Override
    public void close() {
        client.close();
    }
}
