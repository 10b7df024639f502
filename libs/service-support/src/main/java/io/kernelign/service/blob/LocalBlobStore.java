package io.kernelign.service.blob;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Blobs as files of one folder, which several processes may share. Checksums are extended attributes of the files;
 * where the file system keeps none, blobs are stored without and not verified.
 */
public final class LocalBlobStore implements BlobStore {

    private static final Logger LOG = LoggerFactory.getLogger(LocalBlobStore.class);
    private static final String STAGING = ".staging";

    private final Path root;
    private final Path staging;
    private final VerifiedFiles verified = new VerifiedFiles();
    private final AtomicBoolean warned = new AtomicBoolean();

    /** @param root made when it is not there */
    public LocalBlobStore(Path root) throws IOException {
        this.root = root.toAbsolutePath().normalize();
        this.staging = Draft.folder(this.root.resolve(STAGING));
    }

    @Override
    public Blob put(UnaryOperator<String> keyOfHash, BlobContent content) throws IOException {
        try (var draft = Draft.write(staging, content)) {
            return publish(draft, keyOfHash);
        }
    }

    @Override
    public Blob putFile(UnaryOperator<String> keyOfHash, FileContent content) throws IOException {
        try (var draft = Draft.writeFile(staging, content)) {
            return publish(draft, keyOfHash);
        }
    }

    private Blob publish(Draft draft, UnaryOperator<String> keyOfHash) throws IOException {
        var key = keyOfHash.apply(draft.sha256());
        var target = file(key);
        if (!StoredChecksum.write(draft.file(), draft.bytes(), draft.sha256()) && !warned.getAndSet(true)) {
            LOG.warn("the file system of {} keeps no extended attributes; blobs are not verified when read", root);
        }
        Files.createDirectories(target.getParent());
        Files.move(draft.file(), target, StandardCopyOption.ATOMIC_MOVE);
        sync(target.getParent());
        return new Blob(key, draft.bytes(), draft.sha256());
    }

    /** Makes a rename survive a crash: the folder's entry is data too. */
    private static void sync(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public InputStream open(String key) throws IOException {
        while (true) {
            var file = existing(key);
            var stored = StoredChecksum.read(key, file);
            var content = Files.newInputStream(file);
            if (StoredChecksum.read(key, file).equals(stored)) {
                return stored.<InputStream>map(blob -> new VerifiedInputStream(content, blob))
                        .orElse(content);
            }
            // Replaced in between: this may be the content of one and the checksum of the other.
            content.close();
        }
    }

    @Override
    public long size(String key) throws IOException {
        return Files.size(existing(key));
    }

    @Override
    public boolean exists(String key) {
        return Files.isRegularFile(file(key));
    }

    @Override
    public boolean delete(String key) throws IOException {
        return exists(key) && Files.deleteIfExists(file(key));
    }

    @Override
    public List<String> list(String prefix) throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(path -> !path.startsWith(staging) && Files.isRegularFile(path))
                    .map(path -> root.relativize(path).toString().replace('\\', '/'))
                    .filter(key -> key.startsWith(prefix))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public Path localPath(String key) throws IOException {
        while (true) {
            var file = existing(key);
            var stored = StoredChecksum.read(key, file);
            try {
                if (stored.isPresent()) {
                    verified.require(file, stored.get());
                }
                return file;
            } catch (DamagedBlobException e) {
                if (StoredChecksum.read(key, file).equals(stored)) {
                    throw e;
                }
            }
        }
    }

    private Path existing(String key) throws NoSuchFileException {
        if (!exists(key)) {
            throw new NoSuchFileException(key);
        }
        return file(key);
    }

    private Path file(String key) {
        return root.resolve(BlobKeys.check(key));
    }
}
