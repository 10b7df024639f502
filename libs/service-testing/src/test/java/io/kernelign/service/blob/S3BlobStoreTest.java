package io.kernelign.service.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kernelign.service.start.RefusedStartException;
import io.kernelign.service.testing.TestS3;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import software.amazon.awssdk.core.sync.RequestBody;

class S3BlobStoreTest extends BlobStoreContract {

    private static final String PREFIX = "teams/one";

    private final TestS3 s3 = TestS3.start();

    @AfterEach
    void stop() {
        s3.close();
    }

    private S3Settings settings(URI endpoint, String bucket) {
        return new S3Settings(bucket, endpoint, null, true, PREFIX, folder.resolve("cache"), DataSize.ofMegabytes(100));
    }

    private BlobStore open(S3Settings settings) throws IOException {
        return new S3BlobStore(S3Connection.open(settings), settings);
    }

    @Override
    BlobStore open() throws IOException {
        s3.admitThisProcess();
        return open(settings(s3.endpoint(), TestS3.BUCKET));
    }

    @Override
    BlobStore openAgain() throws IOException {
        var settings = settings(s3.endpoint(), TestS3.BUCKET);
        return open(new S3Settings(
                settings.bucket(),
                settings.endpoint(),
                settings.region(),
                settings.pathStyle(),
                settings.prefix(),
                folder.resolve("another-cache"),
                settings.cacheSize()));
    }

    @Override
    void damage(String key, byte[] content) {
        var name = PREFIX + "/" + key;
        var metadata = s3.client()
                .headObject(request -> request.bucket(TestS3.BUCKET).key(name))
                .metadata();
        s3.client()
                .putObject(
                        request -> request.bucket(TestS3.BUCKET).key(name).metadata(metadata),
                        RequestBody.fromBytes(content));
    }

    @Test
    void every_key_lies_under_the_prefix() throws IOException {
        open().put("a/b", text("abc"));

        assertThat(s3.client()
                        .listObjectsV2(request -> request.bucket(TestS3.BUCKET))
                        .contents())
                .extracting(object -> object.key())
                .containsExactly(PREFIX + "/a/b");
    }

    @Test
    void an_object_that_somebody_else_put_there_without_a_checksum_is_refused() throws IOException {
        s3.client()
                .putObject(
                        request -> request.bucket(TestS3.BUCKET).key(PREFIX + "/foreign"),
                        RequestBody.fromString("abc"));

        assertThatThrownBy(() -> open().open("foreign"))
                .isInstanceOf(DamagedBlobException.class)
                .hasMessageContaining("no metadata sha256");
    }

    @Test
    void a_local_copy_is_made_once_and_again_when_it_is_damaged() throws IOException {
        var blobs = open();
        blobs.put("a", new ByteArrayInputStream(noise(10_000)));
        var copy = blobs.localPath("a");
        var made = Files.getLastModifiedTime(copy);

        assertThat(blobs.localPath("a")).isEqualTo(copy);
        assertThat(Files.getLastModifiedTime(copy)).isEqualTo(made);

        Files.write(copy, new byte[10_000]);
        assertThat(blobs.localPath("a")).hasBinaryContent(noise(10_000));
    }

    @Test
    void blobs_of_the_same_content_share_one_local_copy() throws IOException {
        var blobs = open();
        blobs.put("a", text("abc"));
        blobs.put("b", text("abc"));

        assertThat(blobs.localPath("a")).isEqualTo(blobs.localPath("b"));
    }

    @Test
    void a_bucket_that_cannot_be_used_refuses_the_start_in_one_sentence() {
        s3.admitThisProcess();
        var refused = Map.of(
                settings(s3.endpoint(), "elsewhere"),
                "S3 bucket elsewhere at " + s3.endpoint() + " cannot be used",
                settings(URI.create("http://127.0.0.1:1"), "any"),
                "Connection refused");
        refused.forEach((settings, reason) -> assertThatThrownBy(() -> open(settings))
                .isInstanceOf(RefusedStartException.class)
                .hasMessageContaining(reason));
    }

    @Test
    void settings_that_make_no_sense_refuse_the_start() {
        for (var endpoint : List.of("localhost:9000", "//host")) {
            assertThatThrownBy(() -> settings(URI.create(endpoint), "any"))
                    .isInstanceOf(RefusedStartException.class)
                    .hasMessageContaining("kernelign.blobs.s3.endpoint is \"" + endpoint + "\"");
        }
        for (var prefix : List.of("/", "a/", "/a", "../a")) {
            assertThatThrownBy(() ->
                            new S3Settings("any", null, null, false, prefix, Path.of("cache"), DataSize.ofBytes(1)))
                    .isInstanceOf(RefusedStartException.class)
                    .hasMessageContaining("kernelign.blobs.s3.prefix is \"" + prefix + "\"");
        }
    }
}
