package io.kernelign.data;

import io.kernelign.data.index.PromptGroups;
import io.kernelign.data.index.Scratch;
import io.kernelign.data.pair.PairWriter;
import io.kernelign.data.pair.Split;
import io.kernelign.data.split.SplitOptions;
import io.kernelign.data.split.SplitRule;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Pairs on disk that wait until all are known and their sides can be told. */
final class WaitingPairs implements Closeable {

    /** @param splitBy what decided on which side a pair stands, as a phrase */
    record Written(long train, long heldOut, String splitBy, Prompts prompts) {}

    private static final int BUFFER = 1 << 16;
    private static final int NO_SIDE = -1;

    private final Path file;
    private final SplitRule splits;
    private final PromptGroups groups;
    private final DataOutputStream waiting;
    private long pairs;

    WaitingPairs(Scratch scratch, SplitOptions split) throws IOException {
        this.groups = new PromptGroups(scratch);
        this.splits = new SplitRule(split, groups);
        this.file = Files.createTempFile(scratch.folder(), "pairs-", ".draft");
        this.waiting = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER));
    }

    void add(PreparedPair pair) throws IOException {
        int prompt = groups.add(pair.signature(), pair.hash().prompt());
        var own = pair.pair().split();
        splits.add(own);
        waiting.writeInt(prompt);
        waiting.writeByte(own == null ? NO_SIDE : own.ordinal());
        waiting.writeInt(pair.line().length);
        waiting.write(pair.line());
        pairs++;
    }

    /** Writes them all. To be called once. */
    Written writeTo(OutputStream target) throws IOException {
        waiting.close();
        splits.settle();
        long heldOut = 0;
        var out = new BufferedOutputStream(target, BUFFER);
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
            for (long i = 0; i < pairs; i++) {
                int prompt = in.readInt();
                int own = in.readByte();
                var side = splits.side(prompt, own == NO_SIDE ? null : Split.values()[own]);
                PairWriter.write(out, in.readNBytes(in.readInt()), side);
                groups.stand(prompt, side.ordinal());
                heldOut += side == Split.HELD_OUT ? 1 : 0;
            }
        }
        out.flush();
        var prompts = new Prompts(groups.prompts(), groups.nearDuplicates(), groups.acrossSides());
        return new Written(pairs - heldOut, heldOut, splits.toString(), prompts);
    }

    /** What could not be written because the disk is full cannot be flushed either. */
    @Override
    public void close() throws IOException {
        try {
            waiting.close();
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
