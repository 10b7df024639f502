package io.kernelign.service.blob;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Local copies of blobs that lie elsewhere, each under its checksum, in a folder that several processes may share. What
 * was used least recently makes room for what is new; what was used within the last hour stays even when the folder
 * is then larger than it should be.
 */
final class BlobCache {

    private static final String STAGING = ".staging";
    private static final Duration IN_USE = Duration.ofHours(1);

    /** Writes the content of a blob. */
    interface Download {
        Draft into(Path folder) throws IOException;
    }

    private record Copy(Path file, long bytes, Instant used) {}

    private final Path folder;
    private final Path staging;
    private final long mostBytes;
    private final VerifiedFiles verified = new VerifiedFiles();
    private final Object[] locks = Stream.generate(Object::new).limit(64).toArray();

    /** @param folder made when it is not there */
    BlobCache(Path folder, long mostBytes) throws IOException {
        this.folder = folder.toAbsolutePath().normalize();
        this.staging = Draft.folder(this.folder.resolve(STAGING));
        this.mostBytes = mostBytes;
    }

    /** A folder beside the copies, for files in the making. */
    Path staging() {
        return staging;
    }

    /** The copy of a blob, downloaded when it is not there or damaged. */
    Path get(Blob blob, Download download) throws IOException {
        var copy = folder.resolve(blob.sha256());
        synchronized (locks[Math.floorMod(copy.hashCode(), locks.length)]) {
            if (!isWhole(copy, blob)) {
                makeRoom(blob.bytes());
                try (var draft = download.into(staging)) {
                    blob.requireSame(draft.bytes(), draft.sha256());
                    Files.move(draft.file(), copy, StandardCopyOption.ATOMIC_MOVE);
                    verified.add(copy);
                }
            }
            return copy;
        }
    }

    private boolean isWhole(Path copy, Blob blob) throws IOException {
        try {
            verified.require(copy, blob);
            Files.setAttribute(copy, "lastAccessTime", FileTime.from(Instant.now()));
            return true;
        } catch (NoSuchFileException | DamagedBlobException e) {
            return false;
        }
    }

    private synchronized void makeRoom(long bytes) throws IOException {
        var copies = copies();
        var total = bytes + copies.stream().mapToLong(Copy::bytes).sum();
        var inUse = Instant.now().minus(IN_USE);
        for (var copy : copies) {
            if (total <= mostBytes || copy.used.isAfter(inUse)) {
                return;
            }
            Files.deleteIfExists(copy.file);
            total -= copy.bytes;
        }
    }

    /** Those used least recently first. */
    private ArrayList<Copy> copies() throws IOException {
        var copies = new ArrayList<Copy>();
        try (var files = Files.list(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var used = Files.readAttributes(file, "lastAccessTime").get("lastAccessTime");
                copies.add(new Copy(file, Files.size(file), ((FileTime) used).toInstant()));
            }
        }
        copies.sort(Comparator.comparing(Copy::used));
        return copies;
    }
}
