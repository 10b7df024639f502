package io.kernelign.gateway.upload;

import io.kernelign.data.DataFile;
import io.kernelign.data.RejectedDataException;
import io.kernelign.data.defect.UnusableInputException;
import io.kernelign.fetch.FetchException;
import io.kernelign.gateway.dataset.DatasetImport;
import io.kernelign.gateway.dataset.DraftFolder;
import io.kernelign.gateway.dataset.UploadOptions;
import io.kernelign.input.InvalidInputException;
import io.kernelign.service.blob.BlobStoreAwayException;
import io.kernelign.service.problem.ConflictException;
import io.kernelign.service.problem.FullDisk;
import io.kernelign.service.problem.NotFoundException;
import io.kernelign.service.problem.Problems;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.client.RestClientException;

/** Imports whole uploads, and decides what each way of not making a data set means. */
@Component
class UploadWorker {

    private static final Logger LOG = LoggerFactory.getLogger(UploadWorker.class);

    private final UploadRecords records;
    private final Uploads uploads;
    private final UploadFolder folder;
    private final SourceFetch fetch;
    private final DraftFolder drafts;
    private final DatasetImport imports;
    private final ProblemJson problems;

    UploadWorker(
            UploadRecords records,
            Uploads uploads,
            UploadFolder folder,
            SourceFetch fetch,
            DraftFolder drafts,
            DatasetImport imports,
            ProblemJson problems) {
        this.records = records;
        this.uploads = uploads;
        this.folder = folder;
        this.fetch = fetch;
        this.drafts = drafts;
        this.imports = imports;
        this.problems = problems;
    }

    /**
     * Fetches if need be and imports until there is an end, whichever; what throws is to be tried again.
     *
     * @param ending whether this process is about to end
     */
    void run(String id, BooleanSupplier ending) throws IOException {
        var found = records.find(id);
        if (found.filter(upload -> upload.state() == UploadState.FETCHING).isPresent()) {
            found = fetched(found.get(), ending);
        }
        if (found.filter(upload -> upload.state() == UploadState.IMPORTING).isPresent()) {
            run(found.get(), ending);
        }
    }

    /** Empty when that has come to another end. */
    private Optional<Upload> fetched(Upload upload, BooleanSupplier ending) throws IOException {
        try {
            return Optional.of(fetch.run(upload, ending));
        } catch (InterruptedImportException | DataAccessException | TransactionException e) {
            throw e;
        } catch (NotFoundException e) {
            LOG.info("the fetch of {} stops: it was cancelled or has expired", upload.id());
        } catch (UploadRefusal e) {
            fail(upload, Problems.of(e.status(), e.getMessage()));
        } catch (InvalidInputException e) {
            fail(upload, Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, e.getMessage(), e.errors()));
        } catch (FetchException e) {
            LOG.info("the fetch of {} fails: {}", upload.id(), e.getMessage());
            fail(
                    upload,
                    FullDisk.is(e) ? FullDisk.problem() : Problems.of(HttpStatus.BAD_GATEWAY, e.getMessage() + "."));
        } catch (IOException | RuntimeException e) {
            LOG.error("the fetch of {} failed", upload.id(), e);
            fail(upload, FullDisk.is(e) ? FullDisk.problem() : ourFault("fetch", upload));
        }
        forget(upload);
        return Optional.empty();
    }

    private void fail(Upload upload, ProblemDetail problem) {
        uploads.end(upload, UploadState.FAILED, 0, problems.map(problem));
    }

    private static ProblemDetail ourFault(String what, Upload upload) {
        return Problems.of(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "The " + what + " failed on our side; the log has it under " + upload.id() + ".");
    }

    private void run(Upload upload, BooleanSupplier ending) throws IOException {
        var watch = new UploadWatch(uploads, upload, ending);
        try {
            take(upload, watch);
        } catch (InterruptedImportException e) {
            throw e;
        } catch (NotFoundException e) {
            LOG.info("the import of {} stops: it was cancelled or has expired", upload.id());
        } catch (RejectedDataException e) {
            uploads.end(upload, UploadState.REFUSED, watch.rows(), problems.map(Refusals.of(e)));
        } catch (UnusableInputException e) {
            uploads.end(upload, UploadState.REFUSED, watch.rows(), problems.map(Refusals.of(e)));
        } catch (ConflictException e) {
            uploads.end(upload, UploadState.REFUSED, watch.rows(), problems.map(Problems.of(e)));
        } catch (RestClientException e) {
            waitFor("The trainer does not say how much is stored; the import is tried again.", upload);
            throw e;
        } catch (BlobStoreAwayException e) {
            waitFor("The store of files does not answer; the import is tried again.", upload);
            throw e;
        } catch (DataAccessException | TransactionException e) {
            throw e;
        } catch (IOException | RuntimeException | LinkageError | OutOfMemoryError e) {
            if (FullDisk.is(e)) {
                waitFor("No room is left on our disks; the import is tried again.", upload);
                throw e;
            }
            LOG.error("the import of {} failed", upload.id(), e);
            uploads.end(upload, UploadState.FAILED, watch.rows(), problems.map(ourFault("import", upload)));
        }
        forget(upload);
    }

    private void waitFor(String sentence, Upload upload) {
        LOG.warn("the import of {} has to wait: {}", upload.id(), sentence);
        uploads.trouble(upload, problems.map(Problems.of(HttpStatus.SERVICE_UNAVAILABLE, sentence)));
    }

    private void take(Upload upload, UploadWatch watch) throws IOException {
        var options = UploadOptions.read(upload.options());
        if (upload.isFetched()) {
            imports.take(upload.tenant(), options.orNamed(upload.fileName()), fetch.files(upload), watch);
            return;
        }
        if (upload.joinAs() != JoinAs.BYTES) {
            imports.take(upload.tenant(), options, files(upload), watch);
            return;
        }
        var joined = drafts.file();
        try {
            concatenate(uploads.parts(upload), joined);
            imports.take(upload.tenant(), options, List.of(new DataFile(upload.shownName(), joined)), watch);
        } finally {
            Files.deleteIfExists(joined);
        }
    }

    private List<DataFile> files(Upload upload) {
        var sources = upload.isJoined() ? uploads.parts(upload) : List.of(upload);
        return sources.stream()
                .map(source -> new DataFile(source.shownName(), folder.file(source.id())))
                .toList();
    }

    private void concatenate(List<Upload> parts, Path target) throws IOException {
        try (var out = FileChannel.open(target, StandardOpenOption.WRITE)) {
            for (var part : parts) {
                try (var in = FileChannel.open(folder.file(part.id()))) {
                    for (long copied = 0; copied < part.length(); ) {
                        copied += in.transferTo(copied, part.length() - copied, out);
                    }
                }
            }
        }
    }

    /** The bytes are not needed any more. */
    private void forget(Upload upload) throws IOException {
        var ids = new ArrayList<>(uploads.removeParts(upload));
        ids.add(upload.id());
        folder.delete(ids);
    }
}
