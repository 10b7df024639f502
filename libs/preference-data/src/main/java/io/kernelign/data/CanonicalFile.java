package io.kernelign.data;

import io.kernelign.data.index.PromptGroups;
import io.kernelign.data.pair.PairWriter;
import io.kernelign.data.pair.Split;
import io.kernelign.data.split.SplitRule;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The canonical file in the making: pairs wait in a draft beside it until all are known and their sides can be told. */
final class CanonicalFile implements Closeable {

    /** @param splitBy what decided on which side a pair stands, as a phrase */
    record Written(long train, long heldOut, String splitBy, Prompts prompts, String contentHash) {}

    private static final int BUFFER = 1 << 16;
    private static final int NO_SIDE = -1;

    private final Path path;
    private final Path draft;
    private final SplitRule splits;
    private final PromptGroups groups;
    private final DataOutputStream waiting;
    private long pairs;

    CanonicalFile(Path path, SplitRule splits, PromptGroups groups) throws IOException {
        this.path = path;
        this.draft = path.resolveSibling(path.getFileName() + ".draft");
        this.splits = splits;
        this.groups = groups;
        this.waiting = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(draft), BUFFER));
    }

    void add(HashedPair hashed) throws IOException {
        var pair = hashed.pair();
        long prompt = hashed.prompt();
        groups.add(pair.prompt(), prompt);
        splits.add(pair.split());
        var line = PairWriter.line(pair.withSplit(null));
        waiting.writeLong(prompt);
        waiting.writeByte(pair.split() == null ? NO_SIDE : pair.split().ordinal());
        waiting.writeInt(line.length);
        waiting.write(line);
        pairs++;
    }

    Written finish() throws IOException {
        waiting.close();
        splits.settle();
        long heldOut = 0;
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(draft), BUFFER));
                var out = new PairWriter(Files.newOutputStream(path))) {
            for (long i = 0; i < pairs; i++) {
                long prompt = in.readLong();
                int own = in.readByte();
                var side = splits.side(prompt, own == NO_SIDE ? null : Split.values()[own]);
                out.write(in.readNBytes(in.readInt()), side);
                groups.stand(prompt, side.ordinal());
                heldOut += side == Split.HELD_OUT ? 1 : 0;
            }
            var prompts = new Prompts(groups.prompts(), groups.nearDuplicates(), groups.acrossSides());
            return new Written(pairs - heldOut, heldOut, splits.toString(), prompts, out.finish());
        }
    }

    /** What could not be written because the disk is full cannot be flushed either. */
    @Override
    public void close() throws IOException {
        try {
            waiting.close();
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
