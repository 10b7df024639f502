package io.kernelign.gateway.upload;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The bytes of uploads that can be resumed, each a file under its id; of one from a source a folder of files. */
@Component
class UploadFolder {

    private static final Logger LOG = LoggerFactory.getLogger(UploadFolder.class);

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

    /** A file of an upload from a source; its folder is there. */
    Path file(String id, int number) throws IOException {
        return Files.createDirectories(file(id)).resolve(String.valueOf(number));
    }

    Path file(String id) {
        return folder.resolve(id);
    }

    void delete(Collection<String> ids) throws IOException {
        for (var id : ids) {
            deleteWith(file(id));
        }
    }

    /** What somebody is still fetching goes when that ends. */
    private static void deleteWith(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            try (var files = Files.list(path)) {
                for (var file : files.toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
        try {
            Files.deleteIfExists(path);
        } catch (DirectoryNotEmptyException e) {
            LOG.debug("{} is still being fetched", path);
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
