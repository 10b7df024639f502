package io.kernelign.gateway.upload;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** The bytes of uploads that can be resumed, each a file under its id. */
@Component
class UploadFolder {

    private final Path folder;

    UploadFolder(UploadSettings settings) throws IOException {
        this.folder = Files.createDirectories(settings.dir().toAbsolutePath().resolve("resumable"));
    }

    void create(String id) throws IOException {
        Files.createFile(file(id));
    }

    /** @throws NoSuchFileException it has been removed meanwhile */
    FileChannel open(String id) throws IOException {
        return FileChannel.open(file(id), StandardOpenOption.WRITE);
    }

    Path file(String id) {
        return folder.resolve(id);
    }

    void delete(Collection<String> ids) throws IOException {
        for (var id : ids) {
            Files.deleteIfExists(file(id));
        }
    }

    /** The ids of the files that were last written before. */
    List<String> writtenBefore(Instant time) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toFile().lastModified() < time.toEpochMilli())
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }

    /** How many bytes the disk has left. */
    long room() throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }
}
