package io.kernelign.acceptance.cluster;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodStatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;

/** One pod on a {@link TestNode}: a process, and what the API server is told of it. */
final class TestPod {

    private static final long AGAIN_NANOS = 200_000_000;

    private final KubernetesClient client;
    private final Pod pod;
    private final Path logs;
    private volatile Process process;
    private volatile boolean lost;
    private boolean stopping;

    TestPod(KubernetesClient client, Pod pod, Path logs) {
        this.client = client;
        this.pod = pod;
        this.logs = logs;
        if (container().getImage().equals(TestNode.MISSING_IMAGE)) {
            background(this::failToPull);
        } else if (pod.getMetadata().getDeletionTimestamp() == null) {
            background(this::run);
        }
    }

    private Container container() {
        return pod.getSpec().getContainers().get(0);
    }

    private void background(Runnable task) {
        var thread = new Thread(task, pod.getMetadata().getName());
        thread.setDaemon(true);
        thread.start();
    }

    private void failToPull() {
        tell(status -> status.addNewContainerStatus()
                .withName(container().getName())
                .withImage(container().getImage())
                .withReady(false)
                .withNewState()
                .withNewWaiting()
                .withReason("ErrImagePull")
                .endWaiting()
                .endState()
                .endContainerStatus());
        client.v1()
                .events()
                .inNamespace(pod.getMetadata().getNamespace())
                .resource(new EventBuilder()
                        .withNewMetadata()
                        .withName("pull-" + UUID.randomUUID())
                        .endMetadata()
                        .withNewInvolvedObject()
                        .withApiVersion("v1")
                        .withKind("Pod")
                        .withNamespace(pod.getMetadata().getNamespace())
                        .withName(pod.getMetadata().getName())
                        .withUid(pod.getMetadata().getUid())
                        .endInvolvedObject()
                        .withType("Warning")
                        .withReason("Failed")
                        .withMessage("Failed to pull image \"" + container().getImage() + "\": not found")
                        .build())
                .create();
    }

    private void run() {
        try {
            begin();
            tell(status -> status.withPhase("Running").addToContainerStatuses(running()));
            int code = process.waitFor();
            if (!lost) {
                end(code);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void begin() throws IOException {
        var command = new ArrayList<>(container().getCommand());
        command.addAll(container().getArgs());
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        logs.resolve(pod.getMetadata().getName() + ".log").toFile());
        container().getEnv().forEach(variable -> builder.environment().put(variable.getName(), variable.getValue()));
        process = builder.start();
        if (lost) {
            process.destroyForcibly();
        }
    }

    private ContainerStatusBuilder container(boolean ready) {
        return new ContainerStatusBuilder()
                .withName(container().getName())
                .withImage(container().getImage())
                .withImageID(container().getImage())
                .withReady(ready)
                .withRestartCount(0);
    }

    private ContainerStatus running() {
        return container(true)
                .withNewState()
                .withNewRunning()
                .withStartedAt(Instant.now().toString())
                .endRunning()
                .endState()
                .build();
    }

    private void end(int code) {
        tell(status -> status.withPhase(code == 0 ? "Succeeded" : "Failed")
                .addToContainerStatuses(container(false)
                        .withNewState()
                        .withNewTerminated()
                        .withExitCode(code)
                        .withReason(code == 0 ? "Completed" : "Error")
                        .withFinishedAt(Instant.now().toString())
                        .endTerminated()
                        .endState()
                        .build()));
        if (stopping) {
            until(() -> client.resource(pod).withGracePeriod(0).delete());
        }
    }

    /** Told again and again until the API server hears it; a pod that is gone needs no word. */
    private void tell(UnaryOperator<PodStatusBuilder> change) {
        until(() -> {
            var now = client.resource(pod).get();
            if (now == null
                    || !now.getMetadata().getUid().equals(pod.getMetadata().getUid())) {
                return;
            }
            var status = change.apply(new PodStatusBuilder(now.getStatus()).withContainerStatuses());
            client.resource(new PodBuilder(now).withStatus(status.build()).build())
                    .updateStatus();
        });
    }

    private void until(Runnable request) {
        while (!lost) {
            try {
                request.run();
                return;
            } catch (KubernetesClientException e) {
                if (e.getCode() == HttpURLConnection.HTTP_NOT_FOUND) {
                    return;
                }
                LockSupport.parkNanos(AGAIN_NANOS);
            }
        }
    }

    /** Tells its process to end, and kills it after so many seconds. */
    synchronized void stop(Long seconds) {
        if (stopping) {
            return;
        }
        stopping = true;
        background(() -> {
            if (process == null) {
                end(137);
                return;
            }
            process.destroy();
            try {
                if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Its process is gone at once, and nobody is told. */
    void kill() {
        lost = true;
        if (process != null) {
            process.destroyForcibly();
        }
    }
}
