package io.kernelign.service.blob;

import java.io.IOException;
import java.io.InputStream;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** The content of an object, taken up again where the connection broke off as long as that gets further. */
final class S3Content extends InputStream {

    private final S3Client client;
    private final String bucket;
    private final String key;
    private final GetObjectResponse object;
    private ResponseInputStream<GetObjectResponse> content;
    private long position;
    private long takenUpAt = -1;

    S3Content(S3Client client, String bucket, String key) {
        this.client = client;
        this.bucket = bucket;
        this.key = key;
        this.content = client.getObject(request -> request.bucket(bucket).key(key));
        this.object = content.response();
    }

    GetObjectResponse object() {
        return object;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        while (true) {
            try {
                int got = content.read(target, offset, length);
                position += Math.max(got, 0);
                if (got >= 0 || position >= object.contentLength()) {
                    return got;
                }
                takeUp(null);
            } catch (IOException | SdkException e) {
                takeUp(e);
            }
        }
    }

    private void takeUp(Exception reason) throws IOException {
        content.abort();
        if (takenUpAt == position) {
            throw new BlobStoreAwayException("reading " + key + " broke off at byte " + position, reason);
        }
        takenUpAt = position;
        try {
            content = client.getObject(request ->
                    request.bucket(bucket).key(key).ifMatch(object.eTag()).range("bytes=" + position + "-"));
        } catch (SdkException e) {
            throw new BlobStoreAwayException("reading " + key + " broke off at byte " + position, e);
        }
    }

    /** What is not read yet is not waited for. */
    @Override
    public void close() {
        content.abort();
    }
}
