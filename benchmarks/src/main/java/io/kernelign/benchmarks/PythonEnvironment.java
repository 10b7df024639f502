package io.kernelign.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A virtual environment with the packages that a script in {@code benchmarks/peers} needs. */
public final class PythonEnvironment {

    private final Path python;
    private final Path peers;

    private PythonEnvironment(Path python, Path peers) {
        this.python = python;
        this.peers = peers;
    }

    /**
     * Makes it unless it is there.
     *
     * @param name of its folder below {@code work}
     * @param requirements file in {@code benchmarks/peers}
     */
    public static PythonEnvironment prepare(Path root, Path work, String name, String requirements)
            throws IOException, InterruptedException {
        var peers = root.resolve("benchmarks/peers");
        var folder = work.resolve(name);
        var python = folder.resolve("bin/python");
        if (!Files.exists(python)) {
            System.out.println("Making a virtual environment for " + requirements + " ...");
            Child.lastLine(List.of("python3", "-m", "venv", folder.toString()));
        }
        Child.lastLine(List.of(
                python.toString(),
                "-m",
                "pip",
                "install",
                "-q",
                "-r",
                peers.resolve(requirements).toString()));
        return new PythonEnvironment(python, peers);
    }

    /** A command that runs a script in {@code benchmarks/peers}. */
    public List<String> command(String script, Object... arguments) {
        var command =
                new ArrayList<>(List.of(python.toString(), peers.resolve(script).toString()));
        for (var argument : arguments) {
            command.add(argument.toString());
        }
        return command;
    }
}
