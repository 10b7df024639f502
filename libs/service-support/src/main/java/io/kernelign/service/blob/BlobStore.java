package io.kernelign.service.blob;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Files under keys. A key is a relative path of segments {@code [A-Za-z0-9._-]+} joined by {@code /}; anything else
 * is an {@link IllegalArgumentException}. A blob appears whole or not at all, and survives a crash once a put has
 * returned; putting a key again replaces it. Reading a key that is not there is a {@link NoSuchFileException}, reading
 * content that is not what was put there a {@link DamagedBlobException}; a store that is elsewhere and does not answer
 * is a {@link BlobStoreAwayException} from any method.
 */
public interface BlobStore {

    /** Writes the content and only then decides its key from its SHA-256 (lower-case hex). */
    Blob put(UnaryOperator<String> keyOfHash, BlobContent content) throws IOException;

    /** The same of content that has to be written into a file, in whatever order. */
    Blob putFile(UnaryOperator<String> keyOfHash, FileContent content) throws IOException;

    /** Writes the content under a key. */
    default Blob put(String key, BlobContent content) throws IOException {
        BlobKeys.check(key);
        return put(hash -> key, content);
    }

    /** Copies the rest of a stream, which stays open. */
    default Blob put(String key, InputStream content) throws IOException {
        return put(key, content::transferTo);
    }

    /** Copies a file. */
    default Blob put(String key, Path file) throws IOException {
        return put(key, (BlobContent) out -> Files.copy(file, out));
    }

    /** The content, verified as its end is reached. */
    InputStream open(String key) throws IOException;

    /** Length in bytes. */
    long size(String key) throws IOException;

    boolean exists(String key) throws IOException;

    /** Deletes; answers whether there was something to delete. */
    boolean delete(String key) throws IOException;

    /** The keys that start with the prefix (any text, not only whole segments), sorted. */
    List<String> list(String prefix) throws IOException;

    /**
     * A local file with the blob's content, verified, to be memory-mapped and never written. It stays for at least an
     * hour; who needs it for longer keeps it open or links it elsewhere.
     */
    Path localPath(String key) throws IOException;
}
