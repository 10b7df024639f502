package io.kernelign.data;

import io.kernelign.data.index.IntList;
import io.kernelign.data.index.PromptGroups;
import io.kernelign.data.index.Scratch;
import io.kernelign.data.pair.FollowingHash;
import io.kernelign.data.pair.PairWriter;
import io.kernelign.data.pair.Split;
import io.kernelign.data.split.SplitOptions;
import io.kernelign.data.split.SplitRule;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The canonical file in the making: pairs are written as they come, and stand on their sides once all are known. */
final class CanonicalFile implements Closeable {

    /**
     * @param splitBy what decided on which side a pair stands, as a phrase
     * @param contentHash SHA-256 (hex) of the file with all pairs on their sides
     */
    record Sides(long train, long heldOut, String splitBy, Prompts prompts, String contentHash) {}

    private static final int BUFFER = 1 << 18;
    private static final int NO_SIDE = -1;

    private final Path path;
    private final FileChannel file;

    /** What is not in the file yet. Outside of the heap, out of which the system would have it copied once more. */
    private final ByteBuffer toCome = ByteBuffer.allocateDirect(BUFFER);

    private final SplitRule splits;
    private final PromptGroups groups;

    /** Of each pair the index of its prompt, the side that it names and the length of its line. */
    private final IntList pairs;

    /** @param path overwritten */
    CanonicalFile(Path path, Scratch scratch, SplitOptions split) throws IOException {
        this.groups = new PromptGroups(scratch);
        this.splits = new SplitRule(split, groups);
        this.pairs = new IntList(scratch, 3);
        this.path = path;
        this.file = FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    /** Whether its prompt was known already. */
    boolean add(PreparedPair pair) throws IOException {
        var own = pair.own();
        splits.add(own);
        int known = groups.prompts();
        int prompt = groups.add(pair.signature(), pair.hash().prompt());
        pairs.add(prompt, own == null ? NO_SIDE : own.ordinal(), pair.line().length);
        write(pair.line());
        return prompt < known;
    }

    private void write(byte[] line) throws IOException {
        for (int at = 0; at < line.length; ) {
            if (!toCome.hasRemaining()) {
                flush();
            }
            int count = Math.min(line.length - at, toCome.remaining());
            toCome.put(line, at, count);
            at += count;
        }
    }

    private void flush() throws IOException {
        toCome.flip();
        while (toCome.hasRemaining()) {
            file.write(toCome);
        }
        toCome.clear();
    }

    /** Puts all pairs on their sides. To be called once, after the last pair. */
    Sides settle() throws IOException {
        flush();
        splits.settle();
        try (var hash = new FollowingHash(path)) {
            return settle(hash);
        }
    }

    private Sides settle(FollowingHash hash) throws IOException {
        var standing = new long[Split.values().length];
        long line = 0;
        for (int i = 0; i < pairs.size(); i++) {
            int prompt = pairs.get(i, 0);
            var own = pairs.get(i, 1) == NO_SIDE ? null : Split.values()[pairs.get(i, 1)];
            var side = splits.side(prompt, own);
            if (side != PreparedPair.provisionalSide(own)) {
                write(side, line);
            }
            groups.stand(prompt, side.ordinal());
            standing[side.ordinal()]++;
            line += pairs.get(i, 2);
            hash.finalTo(line);
        }
        var prompts = new Prompts(groups.prompts(), groups.nearDuplicates(), groups.acrossSides());
        return new Sides(
                standing[Split.TRAIN.ordinal()],
                standing[Split.HELD_OUT.ordinal()],
                splits.toString(),
                prompts,
                hash.hex(line));
    }

    private void write(Split side, long line) throws IOException {
        var text = ByteBuffer.wrap(PairWriter.side(side));
        while (text.hasRemaining()) {
            file.write(text, line + PairWriter.SIDE_AT + text.position());
        }
    }

    /** What could not be written because the disk is full cannot be flushed either. */
    @Override
    public void close() throws IOException {
        file.close();
    }
}
