package io.kernelign.benchmarks.upload;

import io.kernelign.data.DataFile;
import io.kernelign.data.ImportOptions;
import io.kernelign.data.PairImport;
import io.kernelign.data.pair.Message;
import io.kernelign.data.pair.PairReader;
import io.kernelign.data.pair.PreferencePair;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** A large file of real rows: transcripts as HH-RLHF has them, over and over, each time with another number in the prompt. */
final class RepeatedRows {

    private static final double MOST_BAD_ROWS = 0.05;
    private static final String PLACE = "\u0001";

    private RepeatedRows() {}

    static Path write(Path data, long bytes, Path target) throws IOException {
        var rows = templates(data);
        try (var out = new BufferedOutputStream(Files.newOutputStream(target), 1 << 20)) {
            long written = 0;
            for (int i = 0; written < bytes; i++) {
                var row = rows.get(i % rows.size()).replace(PLACE, Integer.toString(i));
                var line = (row + "\n").getBytes(StandardCharsets.UTF_8);
                out.write(line);
                written += line.length;
            }
        }
        return target;
    }

    /** Lines of JSON with {@link #PLACE} where the number goes. */
    private static List<String> templates(Path data) throws IOException {
        var canonical = Files.createTempFile("kernelign-benchmark", ".jsonl");
        var file = new DataFile(data.getFileName().toString(), data);
        PairImport.run(List.of(file), canonical, ImportOptions.DEFAULT.skipping(MOST_BAD_ROWS));
        var rows = new ArrayList<String>();
        var json = new JsonMapper();
        try (var pairs = new PairReader(Files.newInputStream(canonical))) {
            while (pairs.hasNext()) {
                var pair = pairs.next();
                var row = new LinkedHashMap<String, String>();
                row.put("chosen", transcript(pair, pair.chosen()));
                row.put("rejected", transcript(pair, pair.rejected()));
                rows.add(json.writeValueAsString(row).replace("\\u0001", PLACE));
            }
        } finally {
            Files.delete(canonical);
        }
        return rows;
    }

    private static String transcript(PreferencePair pair, List<Message> response) {
        var turns = new ArrayList<>(pair.prompt());
        turns.addAll(response);
        return turns.stream()
                .map(turn -> "\n\n" + speaker(turn) + ": " + turn.content())
                .collect(Collectors.joining())
                .replaceFirst("Human: ", "Human: " + PLACE + " ");
    }

    private static String speaker(Message turn) {
        return Map.of("user", "Human", "assistant", "Assistant").get(turn.role().text());
    }
}
