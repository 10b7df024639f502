package io.kernelign.gateway.upload;

import io.kernelign.service.problem.NotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Writes the bodies of requests to their places in the files of uploads. An offset is told only when everything before
 * it is on the disk, so that nothing is lost when a gateway or its machine dies. Two requests with the same bytes, the
 * later one after a connection that seems dead, write the same to the same place: none has to wait for the other.
 */
@Component
class UploadReceiver {

    private static final int CHUNK = 1 << 16;
    private static final long BETWEEN_TELLING = Duration.ofSeconds(1).toNanos();

    /**
     * How far an upload has come.
     *
     * @param offset how many of its bytes are on the disk
     */
    record Progress(long offset, Instant expiresAt) {}

    private final UploadFolder folder;
    private final Uploads uploads;

    UploadReceiver(UploadFolder folder, Uploads uploads) {
        this.folder = folder;
        this.uploads = uploads;
    }

    /**
     * Goes on with an upload where it stands. What came before the body broke off is kept, unless a checksum holds for
     * all of it.
     */
    Progress receive(Upload upload, InputStream body, Optional<UploadChecksum> checksum) throws IOException {
        if (upload.state() != UploadState.RECEIVING) {
            new RequestBytes(body, 0, () -> TooLarge.piece(upload)).read(new byte[1]);
            return new Progress(upload.received(), upload.expiresAt());
        }
        try (var file = folder.open(upload.id())) {
            return new Piece(upload, file, checksum).take(body);
        } catch (NoSuchFileException e) {
            throw new NotFoundException("upload", upload.id());
        }
    }

    /** One request's share of an upload. */
    private final class Piece {

        private final Upload upload;
        private final FileChannel file;
        private final Optional<UploadChecksum> checksum;
        private long position;
        private long told;
        private long toldAt = System.nanoTime();

        Piece(Upload upload, FileChannel file, Optional<UploadChecksum> checksum) {
            this.upload = upload;
            this.file = file;
            this.checksum = checksum;
            this.position = upload.received();
            this.told = position;
        }

        Progress take(InputStream body) throws IOException {
            var bytes = new RequestBytes(body, upload.length() - position, () -> TooLarge.piece(upload));
            var chunk = new byte[CHUNK];
            try {
                for (int got = bytes.read(chunk); got >= 0; got = bytes.read(chunk)) {
                    write(ByteBuffer.wrap(chunk, 0, got));
                    int length = got;
                    checksum.ifPresent(sum -> sum.update(chunk, length));
                    if (checksum.isEmpty()
                            && position < upload.length()
                            && System.nanoTime() - toldAt > BETWEEN_TELLING) {
                        tell();
                    }
                }
            } catch (BrokenBodyException e) {
                if (checksum.isEmpty() && position > told) {
                    tell();
                }
                throw e;
            }
            checksum.ifPresent(UploadChecksum::require);
            return tell();
        }

        private void write(ByteBuffer bytes) throws IOException {
            while (bytes.hasRemaining()) {
                position += file.write(bytes, position);
            }
        }

        private Progress tell() throws IOException {
            file.force(false);
            var expiry = uploads.received(upload, position);
            told = position;
            toldAt = System.nanoTime();
            return new Progress(position, expiry);
        }
    }
}
