package io.kernelign.service.blob;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The blob store of this process: bean {@code blobStore}, in the folder {@code kernelign.blobs.dir}. */
@AutoConfiguration
class BlobAutoConfiguration {

    @Bean
    BlobStore blobStore(@Value("${kernelign.blobs.dir}") Path folder) throws IOException {
        return new LocalBlobStore(folder);
    }
}
