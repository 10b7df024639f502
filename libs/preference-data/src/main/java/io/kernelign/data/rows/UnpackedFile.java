package io.kernelign.data.rows;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The unpacked bytes of a file on the disk, for what has to be read from its end. To be closed. */
final class UnpackedFile implements Closeable {

    private final Path path;
    private final long packedSize;
    private final boolean copy;

    private UnpackedFile(Path path, long packedSize, boolean copy) {
        this.path = path;
        this.packedSize = packedSize;
        this.copy = copy;
    }

    /**
     * Where the file lies, or if it is packed or on no disk yet a copy.
     *
     * @param scratch folder for the copy
     * @throws io.kernelign.data.defect.UnusableInputException it is damaged or beyond a limit
     */
    static UnpackedFile of(FileBytes file, Compression compression, Path scratch, Limits limits) throws IOException {
        var path = file.path().filter(lying -> compression == Compression.NONE);
        return path.isPresent()
                ? new UnpackedFile(path.get(), Files.size(path.get()), false)
                : copy(file, compression, scratch, limits);
    }

    private static UnpackedFile copy(FileBytes file, Compression compression, Path scratch, Limits limits)
            throws IOException {
        var target = Files.createTempFile(scratch, "unpacked-", "");
        try (var packed = new CountedInput(file.open());
                var bytes = compression.unpacked(packed, limits, new Quota(limits))) {
            Files.copy(bytes, target, StandardCopyOption.REPLACE_EXISTING);
            return new UnpackedFile(target, packed.count(), true);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(target);
            throw e;
        }
    }

    Path path() {
        return path;
    }

    /** Size of the file as it came, in bytes. */
    long packedSize() {
        return packedSize;
    }

    @Override
    public void close() throws IOException {
        if (copy) {
            Files.deleteIfExists(path);
        }
    }
}
