package io.kernelign.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs PostgreSQL's programs under an identity that they accept. */
record Programs(Identity identity) {

    /** @throws IOException with what the program said when it failed */
    void run(String program, String... arguments) throws IOException {
        Path bin = Binaries.unpacked().resolve("bin");
        var command = new ArrayList<>(identity.prefix());
        command.add(bin.resolve(program).toString());
        command.addAll(List.of(arguments));
        // Into a file: a pipe would stay open for as long as a server that pg_ctl starts.
        var said = Files.createTempFile("kernelign-" + program, ".log");
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
            builder.environment().put("LC_ALL", "C");
            var exit = builder.start().waitFor();
            if (exit != 0) {
                throw new IOException(
                        program + " failed: " + Files.readString(said, UTF_8).strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while running " + program, e);
        } finally {
            Files.delete(said);
        }
    }
}
