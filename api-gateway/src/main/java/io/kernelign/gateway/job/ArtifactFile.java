package io.kernelign.gateway.job;

import io.kernelign.contracts.ArtifactView;
import io.kernelign.service.blob.BlobStore;
import java.io.IOException;
import java.util.Base64;
import java.util.HexFormat;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A file that was made, as it is sent. */
public record ArtifactFile(ArtifactView artifact, BlobStore blobs) {

    /** Whole or in ranges, with its SHA-256. */
    public ResponseEntity<Resource> answer() throws IOException {
        var name = artifact.name();
        var file = name.substring(name.lastIndexOf('/') + 1);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(artifact.mediaType()))
                .eTag('"' + artifact.sha256() + '"')
                .header("Repr-Digest", "sha-256=:" + base64(artifact.sha256()) + ":")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(file).build().toString())
                .body(new FileSystemResource(blobs.localPath(artifact.blobKey())));
    }

    private static String base64(String hex) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    }
}
