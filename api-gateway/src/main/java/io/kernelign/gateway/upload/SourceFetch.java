package io.kernelign.gateway.upload;

import io.kernelign.data.DataFile;
import io.kernelign.fetch.FetchException;
import io.kernelign.gateway.source.DatasetSource;
import io.kernelign.gateway.source.OfferedFile;
import io.kernelign.gateway.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Brings the files of uploads from their sources into the folder of uploads. */
@Component
class SourceFetch {

    private final Sources sources;
    private final Uploads uploads;
    private final UploadFolder folder;
    private final UploadSettings settings;
    private final ProblemJson problems;

    SourceFetch(Sources sources, Uploads uploads, UploadFolder folder, UploadSettings settings, ProblemJson problems) {
        this.sources = sources;
        this.uploads = uploads;
        this.folder = folder;
        this.settings = settings;
        this.problems = problems;
    }

    /**
     * Goes on where an earlier process has ended, with the files that it has found.
     *
     * @return the upload, ready to be imported
     * @throws FetchException when they cannot be had
     * @throws UploadRefusal they are too large, or there is no room
     */
    Upload run(Upload upload, BooleanSupplier ending) throws IOException {
        var watch = new FetchWatch(uploads, upload, problems, ending, sources.timeout());
        try {
            var source = sources.open(upload.source());
            var files = upload.sourceFiles() == null ? offered(upload, source, watch) : upload.sourceFiles();
            for (int i = 0; i < files.size(); i++) {
                var target = folder.file(upload.id(), i);
                source.fetch(files.get(i), settings.maxBytes() - watch.bytes(), target, watch);
                watch.whole(Files.size(target));
            }
            return uploads.fetched(upload, watch.bytes(), source);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedImportException(upload.id());
        } catch (IOException | FetchException e) {
            watch.tell();
            throw e;
        }
    }

    private List<OfferedFile> offered(Upload upload, DatasetSource source, FetchWatch watch)
            throws IOException, InterruptedException {
        var files = source.offer(watch);
        var told = files.stream()
                .mapToLong(OfferedFile::bytes)
                .filter(bytes -> bytes > 0)
                .sum();
        if (told > settings.maxBytes()) {
            throw TooLarge.upload(settings.maxBytes());
        }
        if (told > folder.room()) {
            throw NoRoom.of(told);
        }
        uploads.offered(upload, files, files.stream().allMatch(file -> file.bytes() >= 0) ? told : -1);
        return files;
    }

    /** The files of an upload that has been fetched. */
    List<DataFile> files(Upload upload) throws IOException {
        var files = new ArrayList<DataFile>();
        for (int i = 0; i < upload.sourceFiles().size(); i++) {
            var file = upload.sourceFiles().get(i);
            files.add(new DataFile(file.name(), folder.file(upload.id(), i), file.split()));
        }
        return files;
    }
}
