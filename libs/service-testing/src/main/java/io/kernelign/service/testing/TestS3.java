package io.kernelign.service.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.springframework.util.FileSystemUtils;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A real S3 server in this process, with one empty bucket. Modules that use it depend on {@code org.gaul:s3proxy}
 * themselves.
 */
public final class TestS3 implements AutoCloseable {

    public static final String BUCKET = "kernelign";

    private static final String USER = "somebody";
    private static final String SECRET = "secret";

    private final Path folder;
    private final int port;
    private final S3Client client;
    private S3Proxy server;

    private TestS3(Path folder, S3Proxy server) {
        this.folder = folder;
        this.server = server;
        this.port = server.getPort();
        this.client = S3Client.builder()
                .endpointOverride(endpoint())
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(USER, SECRET)))
                .build();
        client.createBucket(request -> request.bucket(BUCKET));
    }

    public static TestS3 start() {
        try {
            var folder = Files.createTempDirectory("kernelign-test-s3");
            return new TestS3(folder, serve(folder, 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static S3Proxy serve(Path folder, int port) {
        var properties = new Properties();
        properties.setProperty("jclouds.filesystem.basedir", folder.toString());
        try {
            var server = S3Proxy.builder()
                    .blobStore(BlobStores.create("filesystem", properties))
                    .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, USER, SECRET)
                    .endpoint(URI.create("http://127.0.0.1:" + port))
                    .stopTimeout(0)
                    .build();
            server.start();
            return server;
        } catch (Exception e) {
            throw new IllegalStateException("the S3 server of the tests does not start", e);
        }
    }

    /** Is away until {@link #comeBack}. */
    public void goAway() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the S3 server of the tests does not stop", e);
        }
    }

    /** Is there again, at the same place and with all that it had. */
    public void comeBack() {
        server = serve(folder, port);
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Its client with all rights, to look at what is there and to spoil it. */
    public S3Client client() {
        return client;
    }

    /** Properties that make a service keep its blobs here; the credentials stand in {@link #credentials}. */
    public Map<String, String> properties() {
        return Map.of(
                "kernelign.blobs.s3.bucket",
                BUCKET,
                "kernelign.blobs.s3.endpoint",
                endpoint().toString(),
                "kernelign.blobs.s3.path-style",
                "true");
    }

    /** The environment in which a process may use it. */
    public Map<String, String> credentials() {
        return Map.of("AWS_ACCESS_KEY_ID", USER, "AWS_SECRET_ACCESS_KEY", SECRET);
    }

    /** Lets this process use it, as {@link #credentials} lets another. */
    public void admitThisProcess() {
        System.setProperty("aws.accessKeyId", USER);
        System.setProperty("aws.secretAccessKey", SECRET);
    }

    @Override
    public void close() {
        client.close();
        goAway();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
