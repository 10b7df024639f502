package io.kernelign.acceptance.cluster;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.kernelign.service.testing.Waiting;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The control plane that {@code .ci/kubernetes-job} started, by its kubeconfig. */
public final class ControlPlane implements AutoCloseable {

    private final KubernetesClient client;

    private ControlPlane(KubernetesClient client) {
        this.client = client;
    }

    /** @param kubeconfig of somebody who may do everything */
    public static ControlPlane of(Path kubeconfig) throws IOException {
        var config = Config.fromKubeconfig(Files.readString(kubeconfig));
        return new ControlPlane(new KubernetesClientBuilder().withConfig(config).build());
    }

    public KubernetesClient client() {
        return client;
    }

    /** Kills the API server as {@code kill -9} does, and starts it again as it was once a node has missed it. */
    public void restartApiServer(TestNode node) throws IOException {
        var server = ProcessHandle.allProcesses()
                .filter(this::isApiServer)
                .findFirst()
                .orElseThrow();
        List<String> command = new ArrayList<>(List.of(server.info().command().orElseThrow()));
        command.addAll(Arrays.asList(server.info().arguments().orElseThrow()));
        server.destroyForcibly();
        server.onExit().join();
        Waiting.until("a heartbeat that nobody hears", node::isHeard, heard -> !heard);
        var again = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Files.createTempFile("apiserver", ".log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(again::destroyForcibly));
        Waiting.until("the API server", this::answers, answers -> answers);
    }

    private boolean isApiServer(ProcessHandle process) {
        var port = String.valueOf(
                URI.create(client.getConfiguration().getMasterUrl()).getPort());
        return process.info()
                        .command()
                        .filter(command -> command.endsWith("/kube-apiserver"))
                        .isPresent()
                && process.info()
                        .arguments()
                        .filter(arguments -> Arrays.asList(arguments).contains(port))
                        .isPresent();
    }

    private boolean answers() {
        try {
            return client.raw("/readyz").equals("ok");
        } catch (RuntimeException e) {
            return false;
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
