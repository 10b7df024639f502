package io.kernelign.trainer.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Hears what happens during training. Whatever it throws ends the training. */
public interface TrainingListener {

    /** An optimiser step is done; {@code values} are its curves by name, {@code loss} among them. */
    void step(long step, long totalSteps, Map<String, Double> values);

    /** The held-out pairs were evaluated; {@code ranking_accuracy} is among the values. */
    void evaluation(long step, Map<String, Double> values);

    /** A checkpoint lies in a file, which may be gone after this call. */
    void checkpoint(long step, Path file) throws IOException;

    /** The last step is done; what follows is evaluation. */
    void evaluating();

    /** Something that a person should know and that stops nothing. */
    void warning(String sentence);
}
