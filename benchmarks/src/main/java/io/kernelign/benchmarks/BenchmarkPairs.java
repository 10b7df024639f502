package io.kernelign.benchmarks;

import io.kernelign.data.DataFile;
import io.kernelign.data.ImportOptions;
import io.kernelign.data.PairImport;
import io.kernelign.data.pair.Message;
import io.kernelign.data.pair.PairReader;
import io.kernelign.data.pair.PairWriter;
import io.kernelign.data.pair.PreferencePair;
import io.kernelign.lm.ModelFolder;
import io.kernelign.lm.tokenizer.ConversationEncoder;
import io.kernelign.lm.tokenizer.LengthLimits;
import io.kernelign.training.EncodedPair;
import io.kernelign.training.PairEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The pairs that benchmarks train on. */
public final class BenchmarkPairs {

    private static final double MOST_BAD_ROWS = 0.05;

    private BenchmarkPairs() {}

    /** Writes the first pairs of a data file that fit uncut into {@code maxLength} tokens, in the canonical layout. */
    public static void select(Path data, ModelFolder model, int maxLength, int count, Path target) throws IOException {
        var canonical = Files.createTempFile("kernelign-benchmark", ".jsonl");
        var file = new DataFile(data.getFileName().toString(), data);
        PairImport.run(List.of(file), canonical, ImportOptions.DEFAULT.skipping(MOST_BAD_ROWS));
        try (var tokenizer = model.openTokenizer();
                var reader = new PairReader(Files.newInputStream(canonical));
                var out = Files.newOutputStream(target)) {
            var conversations = ConversationEncoder.of(tokenizer, model.chatTemplate());
            var writer = new PairWriter(out);
            for (int written = 0; written < count && reader.hasNext(); ) {
                var pair = reader.next();
                if (longest(conversations, pair) <= maxLength) {
                    writer.write(pair);
                    written++;
                }
            }
            writer.finish();
        } finally {
            Files.delete(canonical);
        }
    }

    private static int longest(ConversationEncoder conversations, PreferencePair pair) {
        var tokens = conversations.pair(messages(pair.prompt()), messages(pair.chosen()), messages(pair.rejected()));
        return tokens.prompt().length + Math.max(tokens.chosen().length, tokens.rejected().length);
    }

    /** The pairs of a canonical file in tokens. */
    public static List<EncodedPair> read(Path file, ModelFolder model, int maxLength) throws IOException {
        var pairs = new ArrayList<EncodedPair>();
        try (var tokenizer = model.openTokenizer();
                var reader = new PairReader(Files.newInputStream(file))) {
            var encoder = new PairEncoder(
                    ConversationEncoder.of(tokenizer, model.chatTemplate()),
                    new LengthLimits(maxLength, maxLength - 1));
            while (reader.hasNext()) {
                var pair = reader.next();
                pairs.add(encoder.encode(
                        pair.id(),
                        pair.task(),
                        messages(pair.prompt()),
                        messages(pair.chosen()),
                        messages(pair.rejected())));
            }
        }
        return pairs;
    }

    private static List<io.kernelign.lm.tokenizer.Message> messages(List<Message> messages) {
        return messages.stream()
                .map(message ->
                        new io.kernelign.lm.tokenizer.Message(message.role().text(), message.content()))
                .toList();
    }
}
