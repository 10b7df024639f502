package io.kernelign.benchmarks.platform;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A service in a process of its own, always on the same port. */
public final class ServiceProcess implements Victim, AutoCloseable {

    private static final Duration BOOT = Duration.ofMinutes(3);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LOOK_MILLIS = 100;

    private final String name;
    private final List<String> command;
    private final Map<String, String> environment;
    private final Path log;
    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();
    private Process process;
    private Tether tether;

    /**
     * @param name of its module
     * @param work folder in which it finds nothing and leaves its log
     * @param virtualMachine options of Java
     */
    public ServiceProcess(
            Path root,
            Path work,
            String name,
            List<String> virtualMachine,
            List<String> arguments,
            Map<String, String> environment)
            throws IOException {
        this.name = name;
        this.port = Ports.free();
        this.log = work.resolve(name + ".log");
        this.environment = environment;
        this.command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(virtualMachine);
        command.add("-jar");
        command.add(root.resolve(name + "/target/" + name + "-exec.jar").toString());
        command.add("--server.port=" + port);
        command.addAll(arguments);
    }

    @Override
    public String name() {
        return name;
    }

    public String url() {
        return "http://localhost:" + port;
    }

    long pid() {
        return process.pid();
    }

    /** Tells it before it starts what else it needs to know. */
    void tell(List<String> more) {
        command.addAll(more);
    }

    @Override
    public void start() throws IOException {
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        process = builder.start();
        tether = Tether.to(process.pid(), "KILL");
    }

    @Override
    public void awaitUp() throws IOException, InterruptedException {
        long end = System.nanoTime() + BOOT.toNanos();
        while (!isUp()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IOException(name + " did not start:\n" + Files.readString(log));
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private boolean isUp() throws InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(url() + "/actuator/health")).timeout(PATIENCE);
        try {
            return http.send(request.build(), BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void kill() {
        end(process.destroyForcibly());
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroy();
            end(process);
        }
    }

    private void end(Process dying) {
        tether.close();
        dying.onExit().join();
    }
}
