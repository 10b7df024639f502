package io.kernelign.service.blob;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Compares files with their checksums once each: a file that has not been written since is not read again. */
final class VerifiedFiles {

    private static final int REMEMBERED = 10_000;

    private record Stamp(Object file, long bytes, FileTime written) {

        static Stamp of(Path file) throws IOException {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(attributes.fileKey(), attributes.size(), attributes.lastModifiedTime());
        }
    }

    private final Map<Path, Stamp> verified = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, Stamp> eldest) {
            return size() > REMEMBERED;
        }
    });

    /** @throws DamagedBlobException when the file is not the blob */
    void require(Path file, Blob blob) throws IOException {
        var stamp = Stamp.of(file);
        if (stamp.equals(verified.get(file))) {
            return;
        }
        blob.requireSame(stamp.bytes, stamp.bytes == blob.bytes() ? Sha256.of(file) : "");
        verified.put(file, stamp);
    }

    /** Takes up a file that was compared on its way here. */
    void add(Path file) throws IOException {
        verified.put(file, Stamp.of(file));
    }
}
