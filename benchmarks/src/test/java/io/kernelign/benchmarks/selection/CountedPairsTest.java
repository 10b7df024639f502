package io.kernelign.benchmarks.selection;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.data.DataFile;
import io.kernelign.data.ImportOptions;
import io.kernelign.data.PairImport;
import io.kernelign.data.sample.PairSampler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountedPairsTest {

    private static final String FLAT = """
            {"prompt": "one", "chosen": "yes", "rejected": "no"}
            {"prompt": "two", "chosen": "yes", "rejected": "no"}
            """;
    private static final String MESSAGES = """
            {"prompt": [{"role": "user", "content": "two"}], "chosen": [{"role": "assistant", "content": "yes"}], \
            "rejected": [{"role": "assistant", "content": "no"}]}
            {"prompt": [{"role": "user", "content": "two"}], "chosen": [{"role": "assistant", "content": "no"}], \
            "rejected": [{"role": "assistant", "content": "yes"}]}
            """;

    @TempDir
    Path folder;

    @Test
    void a_pair_that_another_file_holds_in_another_layout_is_left_out_but_not_the_one_with_the_opposite_preference()
            throws IOException {
        var counted = new CountedPairs();
        var flat = canonical("flat.jsonl", FLAT);
        var messages = canonical("messages.jsonl", MESSAGES);

        assertThat(linesLeft(counted, flat)).containsExactly(0, 1);
        counted.add(flat);

        assertThat(linesLeft(counted, messages)).containsExactly(1);
        assertThat(linesLeft(counted, flat)).isEmpty();
    }

    private Path canonical(String name, String rows) throws IOException {
        var file = Files.writeString(folder.resolve(name), rows);
        var canonical = folder.resolve("canonical-" + name);
        PairImport.run(List.of(new DataFile(name, file)), canonical, ImportOptions.DEFAULT);
        return canonical;
    }

    private static List<Integer> linesLeft(CountedPairs counted, Path canonical) throws IOException {
        try (var pairs = Files.newInputStream(canonical)) {
            return counted.without(PairSampler.all(pairs)).pairs().stream()
                    .map(pair -> pair.line())
                    .toList();
        }
    }
}
