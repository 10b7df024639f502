package io.kernelign.trainer.kubernetes;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What Kubernetes has to say about one Job, for people: why it waits, why its pod is taken away. Each is told once. */
final class Tidings {

    private static final String DISRUPTION = "DisruptionTarget";

    private final Consumer<String> log;
    private final Set<String> told = new HashSet<>();

    Tidings(Consumer<String> log) {
        this.log = log;
    }

    /** Warnings as they are: no room for the pod, no image, no quota. */
    void warnings(List<Event> events) {
        for (var event : events) {
            tell(event.getInvolvedObject().getName(), event.getReason(), event.getMessage());
        }
    }

    /** Pods that are evicted, make room for others, or whose node is gone. */
    void pods(List<Pod> pods) {
        for (var pod : pods) {
            pod.getStatus().getConditions().stream()
                    .filter(condition -> condition.getType().equals(DISRUPTION) && "True".equals(condition.getStatus()))
                    .forEach(condition ->
                            tell(pod.getMetadata().getName(), condition.getReason(), condition.getMessage()));
        }
    }

    /** A request that the API server does not accept. */
    void refused(String name, KubernetesClientException refusal) {
        tell(name, refusal.getStatus().getReason(), refusal.getStatus().getMessage());
    }

    private void tell(String about, String reason, String message) {
        if (told.add(about + "\n" + reason + "\n" + message)) {
            log.accept("Kubernetes says of " + about + ": " + message + " (" + reason + ")");
        }
    }
}
