package io.kernelign.benchmarks.train;

import io.kernelign.benchmarks.Child;
import io.kernelign.benchmarks.Measured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Hugging Face TRL in a virtual environment that is made once. */
record TrlPeer(Path python, Path script, String version) {

    static TrlPeer prepare(Path root, Path work) throws IOException, InterruptedException {
        var python = work.resolve("trl-venv/bin/python");
        var requirements = root.resolve("benchmarks/peers/requirements.txt");
        if (!Files.exists(python)) {
            System.out.println("Making a virtual environment for TRL ...");
            Child.lastLine(
                    List.of("python3", "-m", "venv", work.resolve("trl-venv").toString()));
        }
        Child.lastLine(List.of(python.toString(), "-m", "pip", "install", "-q", "-r", requirements.toString()));
        var script = root.resolve("benchmarks/peers/trl_dpo.py");
        var version = Child.lastLine(List.of(python.toString(), script.toString(), "--version"));
        return new TrlPeer(python, script, version);
    }

    Measured run(Path model, Path pairs, Conditions conditions, Setting setting)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                python.toString(),
                script.toString(),
                "--model",
                model.toString(),
                "--pairs",
                pairs.toString(),
                "--batch",
                String.valueOf(conditions.batch),
                "--beta",
                String.valueOf(Conditions.BETA),
                "--learning-rate",
                String.valueOf(Conditions.LEARNING_RATE)));
        command.addAll(conditions.arguments(setting));
        return Child.run(command);
    }
}
