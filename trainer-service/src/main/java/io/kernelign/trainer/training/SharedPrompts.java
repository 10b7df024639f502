package io.kernelign.trainer.training;

import io.kernelign.data.pair.ContentHash;
import io.kernelign.data.pair.PairReader;
import io.kernelign.data.pair.PreferencePair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * Prompts that are both trained and evaluated on.
 *
 * @param count how many different ones
 * @param evaluated how many different ones are evaluated on
 */
record SharedPrompts(int count, int evaluated) {

    static SharedPrompts of(Path training, Path heldOut) throws IOException {
        var evaluated = prompts(heldOut);
        var alone = new HashSet<>(evaluated);
        try (var reader = new PairReader(Files.newInputStream(training))) {
            reader.forEachRemaining(pair -> alone.remove(prompt(pair)));
        }
        return new SharedPrompts(evaluated.size() - alone.size(), evaluated.size());
    }

    private static Set<Long> prompts(Path pairs) throws IOException {
        var prompts = new HashSet<Long>();
        try (var reader = new PairReader(Files.newInputStream(pairs))) {
            reader.forEachRemaining(pair -> prompts.add(prompt(pair)));
        }
        return prompts;
    }

    private static long prompt(PreferencePair pair) {
        return ContentHash.of(pair.prompt(), pair.chosen(), pair.rejected()).prompt();
    }

    String warning() {
        return count + " of the " + evaluated
                + " prompts of evalDataset stand in dataset, too: what is measured on them"
                + " says less of new prompts.";
    }
}
