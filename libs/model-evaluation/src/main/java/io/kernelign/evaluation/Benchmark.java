package io.kernelign.evaluation;

import io.kernelign.input.InvalidInputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Questions with a way to judge their answers, and the figure that sums them up. */
public interface Benchmark {

    /** Of lower-case letters, digits and underscores: {@code gsm8k}. */
    String name();

    Metric metric();

    /**
     * All questions, in the order of the files' names and of the rows in each.
     *
     * @param folder with the files as the authors publish them
     * @throws InvalidInputException naming a file that lacks, or file, line and field of what the benchmark does not have
     */
    List<Question> read(Path folder) throws IOException;
}
