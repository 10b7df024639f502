package io.kernelign.gateway.upload;

import io.kernelign.gateway.source.DatasetSource;
import io.kernelign.gateway.source.OfferedFile;
import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.service.problem.ConflictException;
import io.kernelign.service.problem.NotFoundException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Uploads and the way from one state to the next; each method is one transaction. */
@Service
@Transactional
class Uploads {

    private final UploadRecords records;
    private final UploadQueue queue;
    private final UploadSettings settings;
    private final Clock clock;

    Uploads(UploadRecords records, UploadQueue queue, UploadSettings settings, Clock clock) {
        this.records = records;
        this.queue = queue;
        this.settings = settings;
        this.clock = clock;
    }

    static String freshId() {
        return "up_" + UUID.randomUUID().toString().replace("-", "");
    }

    /** Records an upload that brings its bytes; one without any is whole at once. */
    Upload add(String tenant, String id, NewUpload wish) {
        var upload = draft(tenant, id, wish, wish.length(), 0, UploadState.RECEIVING);
        records.add(upload);
        if (wish.length() == 0) {
            received(upload, 0);
        }
        return records.find(id).orElseThrow();
    }

    /**
     * Records an upload that is made of others, and queues it.
     *
     * @throws InvalidInputException when one of them is not a whole part of this tenant that is still free
     */
    Upload join(String tenant, NewUpload wish) {
        var id = freshId();
        var errors = new ArrayList<FieldError>();
        for (int i = 0; i < wish.parts().size(); i++) {
            var part = wish.parts().get(i);
            if (!records.join(tenant, part, id, i)) {
                errors.add(FieldError.unacceptable(
                        Concatenation.HEADER, part, "a partial upload that is whole and not joined yet"));
            }
        }
        if (!errors.isEmpty()) {
            throw new InvalidInputException(errors);
        }
        var length = records.parts(id).stream().mapToLong(Upload::length).sum();
        if (length > settings.maxBytes()) {
            throw TooLarge.upload(settings.maxBytes());
        }
        records.add(draft(tenant, id, wish, length, length, UploadState.IMPORTING));
        queue.add(id);
        return records.find(id).orElseThrow();
    }

    /** Records an upload whose files are to be fetched, and queues it. */
    Upload fetch(String tenant, SourceRequest request) {
        var id = freshId();
        var wish = new NewUpload(request.source().name(), request.options(), null, null, null, List.of(), 0);
        records.add(draft(tenant, id, wish, request.address(), -1, 0, UploadState.FETCHING));
        queue.add(id);
        return records.find(id).orElseThrow();
    }

    private Upload draft(String tenant, String id, NewUpload wish, long length, long received, UploadState state) {
        return draft(tenant, id, wish, null, length, received, state);
    }

    private Upload draft(
            String tenant, String id, NewUpload wish, String source, long length, long received, UploadState state) {
        return new Upload(
                id,
                tenant,
                state,
                wish.fileName(),
                wish.options(),
                wish.metadata(),
                wish.concat(),
                wish.joinAs(),
                source,
                null,
                length,
                received,
                0,
                null,
                null,
                clock.instant(),
                expiry());
    }

    /** @throws NotFoundException the tenant has no such upload, or none any more */
    Upload find(String tenant, String id) {
        return records.find(id).filter(upload -> upload.tenant().equals(tenant)).orElseThrow(() -> gone(id));
    }

    List<Upload> parts(Upload whole) {
        return records.parts(whole.id());
    }

    /**
     * So many bytes are on the disk; with the last one the import is queued. Two requests that bring the same bytes may
     * both say so.
     *
     * @return until when the upload is kept
     * @throws NotFoundException it has been removed
     * @throws ConflictException another request has brought the rest
     */
    Instant received(Upload upload, long bytes) {
        var next = bytes < upload.length()
                ? UploadState.RECEIVING
                : upload.isPart() ? UploadState.RECEIVED : UploadState.IMPORTING;
        var expiry = expiry();
        if (!records.received(upload.id(), bytes, next, expiry)) {
            find(upload.tenant(), upload.id());
            throw new ConflictException("Another request has brought the rest of the upload " + upload.id() + ".");
        }
        if (next == UploadState.IMPORTING) {
            queue.add(upload.id());
        }
        return expiry;
    }

    /**
     * The source has said which files there are.
     *
     * @param length of them all; -1 when it does not say
     * @throws NotFoundException the upload has been removed
     */
    void offered(Upload upload, List<OfferedFile> files, long length) {
        if (!records.offered(upload.id(), files, length)) {
            throw gone(upload.id());
        }
    }

    /**
     * So many bytes have come from the source.
     *
     * @param problem why nothing comes at the moment; {@code null} when something does
     * @throws NotFoundException the upload has been removed
     */
    void fetching(Upload upload, long bytes, Map<String, Object> problem) {
        if (!records.fetching(upload.id(), bytes, problem, expiry())) {
            throw gone(upload.id());
        }
    }

    /**
     * All bytes have come from the source; the import follows.
     *
     * @throws NotFoundException the upload has been removed
     */
    Upload fetched(Upload upload, long bytes, DatasetSource source) {
        if (!records.fetched(upload.id(), bytes, source.toString(), expiry())) {
            throw gone(upload.id());
        }
        return records.find(upload.id()).orElseThrow(() -> gone(upload.id()));
    }

    /** The import has read so many rows; false when the upload has been removed. */
    boolean progress(Upload upload, long rows) {
        return records.importing(upload.id(), rows, null, expiry());
    }

    /** The import has to wait for something; it is tried again until the upload expires. */
    void trouble(Upload upload, Map<String, Object> problem) {
        records.importing(upload.id(), 0, problem, upload.expiresAt());
    }

    /**
     * The import has made a data set.
     *
     * @throws NotFoundException the upload has been removed
     */
    void complete(Upload upload, long rows, String dataset) {
        if (!records.end(upload.id(), UploadState.COMPLETED, rows, dataset, null, expiry())) {
            throw gone(upload.id());
        }
    }

    /** The import has come to another end: {@link UploadState#REFUSED} or {@link UploadState#FAILED}. */
    void end(Upload upload, UploadState end, long rows, Map<String, Object> problem) {
        records.end(upload.id(), end, rows, null, problem, expiry());
    }

    /** Takes leave of the parts of an upload that has come to its end; their ids. */
    List<String> removeParts(Upload upload) {
        return records.removeParts(upload.id());
    }

    /**
     * Removes an upload and its parts; their ids.
     *
     * @throws NotFoundException there is none
     * @throws ConflictException it is a part of another
     */
    List<String> remove(String tenant, String id) {
        find(tenant, id);
        records.joinedInto(id).ifPresent(whole -> {
            throw new ConflictException("The upload " + id + " is a part of " + whole + "; delete that one.");
        });
        return remove(id);
    }

    /** Removes the uploads that nobody went on with in time, with their parts; their ids. */
    List<String> removeExpired() {
        return records.expired(clock.instant()).stream()
                .flatMap(id -> remove(id).stream())
                .toList();
    }

    private List<String> remove(String id) {
        var removed = new ArrayList<>(records.removeParts(id));
        records.remove(id);
        removed.add(id);
        return removed;
    }

    private Instant expiry() {
        return clock.instant().plus(settings.expiresAfter());
    }

    private static NotFoundException gone(String id) {
        return new NotFoundException("upload", id);
    }
}
