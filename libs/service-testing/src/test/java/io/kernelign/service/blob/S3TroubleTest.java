package io.kernelign.service.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kernelign.service.testing.TestS3;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** A store behind a bad link. */
class S3TroubleTest {

    private static final int LARGE = 20 << 20;
    private static final int ALWAYS = Integer.MAX_VALUE;

    @TempDir
    Path folder;

    private final TestS3 s3 = TestS3.start();
    private TroubledLink link;
    private BlobStore blobs;

    @BeforeEach
    void open() throws IOException {
        s3.admitThisProcess();
        link = new TroubledLink(s3.endpoint());
        var settings = new S3Settings(
                TestS3.BUCKET, link.endpoint(), null, true, "", folder.resolve("cache"), DataSize.ofGigabytes(1));
        blobs = new S3BlobStore(S3Connection.client(settings, Duration.ofSeconds(2)), settings);
    }

    @AfterEach
    void close() throws IOException {
        link.close();
        s3.close();
    }

    private static ByteArrayInputStream large() {
        return new ByteArrayInputStream(BlobStoreContract.noise(LARGE));
    }

    private void assertNothingIsStored() throws IOException {
        assertThat(s3.client()
                        .listObjectsV2(request -> request.bucket(TestS3.BUCKET))
                        .contents())
                .isEmpty();
        assertThat(s3.client()
                        .listMultipartUploads(request -> request.bucket(TestS3.BUCKET))
                        .uploads())
                .isEmpty();
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    private void assertIsLarge(byte[] content) {
        assertThat(Arrays.equals(content, BlobStoreContract.noise(LARGE))).isTrue();
    }

    @Test
    void a_server_that_is_overloaded_is_asked_again() throws IOException {
        link.refuse(3);
        blobs.put("a", BlobStoreContract.text("abc"));

        link.refuse(3);
        assertThat(blobs.size("a")).isEqualTo(3);
    }

    @Test
    void a_server_that_does_not_answer_is_asked_again() throws IOException {
        link.ignore(1);

        blobs.put("a", BlobStoreContract.text("abc"));

        assertThat(blobs.size("a")).isEqualTo(3);
    }

    @Test
    void a_server_that_stays_overloaded_is_an_error_that_names_bucket_and_key_and_leaves_nothing() throws IOException {
        link.refuse(ALWAYS);

        assertThatThrownBy(() -> blobs.put("jobs/1/a", large()))
                .isInstanceOf(BlobStoreAwayException.class)
                .hasMessageContaining("S3 bucket kernelign at " + link.endpoint() + " could not store jobs/1/a");
        assertThatThrownBy(() -> blobs.exists("jobs/1/a")).isInstanceOf(BlobStoreAwayException.class);
        assertThatThrownBy(() -> blobs.localPath("jobs/1/a")).isInstanceOf(BlobStoreAwayException.class);

        assertNothingIsStored();
    }

    @Test
    void a_part_whose_connection_is_cut_is_sent_again() throws IOException {
        link.cutUploads(2, 5 << 20);

        blobs.put("a", large());

        assertIsLarge(blobs.open("a").readAllBytes());
    }

    @Test
    void a_put_that_is_cut_off_again_and_again_leaves_nothing() throws IOException {
        link.cutUploads(ALWAYS, 5 << 20);

        assertThatThrownBy(() -> blobs.put("a", large())).isInstanceOf(BlobStoreAwayException.class);

        assertNothingIsStored();
    }

    @Test
    void reading_goes_on_where_the_connection_was_cut() throws IOException {
        blobs.put("a", large());
        link.cutDownloads(3, 9 << 20);

        try (var content = blobs.open("a")) {
            assertIsLarge(content.readAllBytes());
        }
        link.cutDownloads(3, 9 << 20);
        assertIsLarge(Files.readAllBytes(blobs.localPath("a")));
    }

    @Test
    void reading_that_gets_no_further_is_an_error_that_names_key_and_place() throws IOException {
        blobs.put("a", large());

        try (var content = blobs.open("a")) {
            link.refuse(ALWAYS);
            link.cutAll();
            assertThatThrownBy(content::readAllBytes)
                    .isInstanceOf(BlobStoreAwayException.class)
                    .hasMessageMatching("reading a broke off at byte \\d+");
        }
    }
}
