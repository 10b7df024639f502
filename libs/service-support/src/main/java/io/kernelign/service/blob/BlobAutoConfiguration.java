package io.kernelign.service.blob;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The blob store of this process: bean {@code blobStore}, in a bucket when one is named, else in a folder. */
@AutoConfiguration
@EnableConfigurationProperties(S3Settings.class)
class BlobAutoConfiguration {

    @Bean
    BlobStore blobStore(@Value("${kernelign.blobs.dir}") Path folder, S3Settings s3) throws IOException {
        return s3.bucket() == null || s3.bucket().isEmpty()
                ? new LocalBlobStore(folder)
                : new S3BlobStore(S3Connection.open(s3), s3);
    }
}
