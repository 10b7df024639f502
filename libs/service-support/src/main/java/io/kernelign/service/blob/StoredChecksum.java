package io.kernelign.service.blob;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.Optional;

/**
 * A file's SHA-256 and length as its extended attribute {@code user.kernelign.sha256}: it moves with the file, so that
 * both appear at once. Not every file system keeps such attributes.
 */
final class StoredChecksum {

    private static final String NAME = "kernelign.sha256";

    private StoredChecksum() {}

    /** Answers whether the file system keeps it. */
    static boolean write(Path file, long bytes, String sha256) {
        try {
            view(file).write(NAME, US_ASCII.encode(bytes + " " + sha256));
            return true;
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    /** Empty for a file without one. */
    static Optional<Blob> read(String key, Path file) {
        try {
            var view = view(file);
            var content = ByteBuffer.allocate(view.size(NAME));
            view.read(NAME, content);
            var parts = US_ASCII.decode(content.flip()).toString().split(" ", 2);
            return Optional.of(new Blob(key, Long.parseLong(parts[0]), parts[1]));
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    private static UserDefinedFileAttributeView view(Path file) {
        var view = Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
        if (view == null) {
            throw new UnsupportedOperationException("no extended attributes");
        }
        return view;
    }
}
