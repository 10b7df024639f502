package io.kernelign.benchmarks;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that names preference data. */
public final class GivenData {

    @Option(
            names = "--data",
            description = "Preference data in any layout that uploads accept (default: HH-RLHF harmless-base beside"
                    + " the checkout).")
    private Path data;

    /** The named file, else HH-RLHF harmless-base beside the checkout. */
    public Path path() {
        return Given.existing(data, Given.shared("data/preferences/hh-rlhf/harmless-base.jsonl.gz"), "--data");
    }
}
