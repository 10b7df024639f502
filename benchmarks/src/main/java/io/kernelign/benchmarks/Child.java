package io.kernelign.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A contender in a process of its own, so that its memory is its own; the last line that it prints is its result. */
public final class Child {

    private Child() {}

    /** Runs a command and reads its result; what it says besides goes to this process's error output. */
    public static Measured run(List<String> command) throws IOException, InterruptedException {
        return JsonMapper.shared().readValue(lastLine(command), Measured.class);
    }

    /** Runs a command to its end and answers the last line of its output. */
    public static String lastLine(List<String> command) throws IOException, InterruptedException {
        return lastLine(command, Map.of());
    }

    /** @param environment variables that it has beside, or instead of, this process's */
    public static String lastLine(List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(command.get(0) + " ended with " + process.exitValue() + ": " + output);
        }
        return output.lines().reduce("", (earlier, line) -> line.isBlank() ? earlier : line);
    }
}
