package io.kernelign.trainer.training;

import io.kernelign.data.pair.Message;
import io.kernelign.data.pair.PairReader;
import io.kernelign.data.pair.PreferencePair;
import io.kernelign.training.Findings;
import io.kernelign.training.WrongPair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** The files that say what a training found beside its curves. */
final class FindingFiles {

    static final String SCATTER = "embedding_scatter.json";
    static final String OUTLIERS = "outliers.jsonl";

    /** A held-out pair with a wrong margin, with its texts. */
    private record Outlier(
            String pair,
            String task,
            double margin,
            double chosenReward,
            double rejectedReward,
            List<Message> prompt,
            List<Message> chosen,
            List<Message> rejected) {

        static Outlier of(WrongPair wrong, PreferencePair texts) {
            return new Outlier(
                    wrong.pair(),
                    wrong.task(),
                    wrong.margin(),
                    wrong.chosenReward(),
                    wrong.rejectedReward(),
                    texts.prompt(),
                    texts.chosen(),
                    texts.rejected());
        }
    }

    private FindingFiles() {}

    /**
     * Writes them.
     *
     * @param pairs canonical pairs, those held out among them
     * @return the files
     */
    static List<Path> write(Path folder, Findings findings, Path pairs) throws IOException {
        var scatter =
                Files.writeString(folder.resolve(SCATTER), JsonMapper.shared().writeValueAsString(findings.scatter()));
        var texts = texts(findings.outliers(), pairs);
        var lines = findings.outliers().stream()
                .map(wrong -> JsonMapper.shared().writeValueAsString(Outlier.of(wrong, texts.get(wrong.pair()))))
                .toList();
        return List.of(scatter, Files.write(folder.resolve(OUTLIERS), lines));
    }

    private static Map<String, PreferencePair> texts(List<WrongPair> outliers, Path pairs) throws IOException {
        var wanted = outliers.stream().map(WrongPair::pair).collect(Collectors.toSet());
        var found = new HashMap<String, PreferencePair>();
        try (var reader = new PairReader(Files.newInputStream(pairs))) {
            while (found.size() < wanted.size() && reader.hasNext()) {
                var pair = reader.next();
                if (wanted.contains(pair.id())) {
                    found.put(pair.id(), pair);
                }
            }
        }
        return found;
    }
}
