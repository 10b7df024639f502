package io.kernelign.lm.weights;

import io.kernelign.input.FieldError;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Weights in Python's own format, which is a program that runs when it is read: never opened here. */
public final class PickledWeights {

    private static final Pattern NAME =
            Pattern.compile("(pytorch_model.*|consolidated.*|model.*)\\.(bin|pt|pth|ckpt|pkl|pickle)");

    private PickledWeights() {}

    /** The error for a model that has pickled weights and no others. */
    public static Optional<FieldError> among(List<String> fileNames) {
        return fileNames.stream()
                .filter(name -> NAME.matcher(name).matches())
                .findFirst()
                .map(PickledWeights::refusal);
    }

    private static FieldError refusal(String name) {
        var accepted = WeightFiles.WHOLE + ", or " + WeightFiles.INDEX + " with its shards";
        var message =
                name + " is a pickle, which can run any program when it is read, and is never opened; accepted is "
                        + accepted
                        + ": in Python, AutoModelForCausalLM.from_pretrained(folder).save_pretrained(folder) writes it";
        return new FieldError(WeightFiles.WHOLE, name, accepted, message);
    }
}
