package io.kernelign.data;

import io.kernelign.data.pair.PairReader;
import io.kernelign.data.pair.PairWriter;
import io.kernelign.data.pair.PreferencePair;
import io.kernelign.data.pair.Split;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The canonical file in the making: gives every pair its side and counts both. */
final class CanonicalFile implements Closeable {

    /** @param splitBy what decided on which side a pair stands, as a phrase */
    record Written(long train, long heldOut, String splitBy, String contentHash) {}

    private final Path path;
    private final SplitRule splits;
    private PairWriter writer;
    private long train;
    private long heldOut;

    CanonicalFile(Path path, SplitRule splits) throws IOException {
        this.path = path;
        this.splits = splits;
        this.writer = new PairWriter(Files.newOutputStream(path));
    }

    void add(PreferencePair pair) throws IOException {
        write(splits.assign(pair));
    }

    Written finish() throws IOException {
        var contentHash = writer.finish();
        if (splits.isUnsettled()) {
            contentHash = settle();
        }
        return new Written(train, heldOut, splits.toString(), contentHash);
    }

    private String settle() throws IOException {
        var assigned = path.resolveSibling(path.getFileName() + ".assigned");
        Files.move(path, assigned, StandardCopyOption.REPLACE_EXISTING);
        train = 0;
        heldOut = 0;
        try (var pairs = new PairReader(Files.newInputStream(assigned))) {
            writer = new PairWriter(Files.newOutputStream(path));
            while (pairs.hasNext()) {
                write(splits.settled(pairs.next()));
            }
        } finally {
            Files.delete(assigned);
        }
        return writer.finish();
    }

    private void write(PreferencePair pair) throws IOException {
        writer.write(pair);
        if (pair.split() == Split.TRAIN) {
            train++;
        } else {
            heldOut++;
        }
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
