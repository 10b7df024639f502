package io.kernelign.benchmarks.platform;

import java.io.IOException;

/** Ends a process when this one ends, however it does: a shell beside them waits for the end of what this one could write to it. */
final class Tether implements AutoCloseable {

    private static final String WAIT = "trap '' INT TERM HUP; read -r _; kill -s \"$1\" \"$0\"";

    private final Process shell;

    private Tether(Process shell) {
        this.shell = shell;
    }

    /** @param signal such as {@code KILL} */
    static Tether to(long process, String signal) throws IOException {
        return new Tether(new ProcessBuilder("sh", "-c", WAIT, String.valueOf(process), signal)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** Lets the process go, which then lives on. */
    @Override
    public void close() {
        shell.destroyForcibly().onExit().join();
    }
}
