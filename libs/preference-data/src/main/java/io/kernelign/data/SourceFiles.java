package io.kernelign.data;

import io.kernelign.data.defect.UnusableInputException;
import io.kernelign.data.rows.Limits;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files of a data set, each recognised. */
final class SourceFiles implements Closeable {

    private final List<SourceFile> files = new ArrayList<>();

    private SourceFiles() {}

    /** @throws UnusableInputException there is none, or one is nothing that has rows */
    static SourceFiles open(List<DataFile> files, Path scratch, Limits limits) throws IOException {
        if (files.isEmpty()) {
            throw new UnusableInputException("file", "missing", "at least one file");
        }
        var opened = new SourceFiles();
        try {
            for (var file : files) {
                opened.files.add(SourceFile.open(file, files.size() == 1, scratch, limits));
            }
            return opened;
        } catch (IOException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    List<SourceFile> all() {
        return files;
    }

    List<ImportedFile> described() {
        return files.stream().map(SourceFile::described).toList();
    }

    @Override
    public void close() throws IOException {
        for (var file : files) {
            file.close();
        }
    }
}
