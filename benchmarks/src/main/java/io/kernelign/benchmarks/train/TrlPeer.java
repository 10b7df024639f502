package io.kernelign.benchmarks.train;

import io.kernelign.benchmarks.Child;
import io.kernelign.benchmarks.Measured;
import io.kernelign.benchmarks.PythonEnvironment;
import java.io.IOException;
import java.nio.file.Path;

/** Hugging Face TRL in a virtual environment that is made once. */
record TrlPeer(PythonEnvironment python, String version) {

    private static final String SCRIPT = "trl_dpo.py";

    static TrlPeer prepare(Path root, Path work) throws IOException, InterruptedException {
        var python = PythonEnvironment.prepare(root, work, "trl-venv", "requirements.txt");
        return new TrlPeer(python, Child.lastLine(python.command(SCRIPT, "--version")));
    }

    Measured run(Path model, Path pairs, Conditions conditions, Setting setting)
            throws IOException, InterruptedException {
        var command = python.command(
                SCRIPT,
                "--model",
                model,
                "--pairs",
                pairs,
                "--batch",
                conditions.batch,
                "--beta",
                Conditions.BETA,
                "--learning-rate",
                Conditions.LEARNING_RATE);
        command.addAll(conditions.arguments(setting));
        return Child.run(command);
    }
}
