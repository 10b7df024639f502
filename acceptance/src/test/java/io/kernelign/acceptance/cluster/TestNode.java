package io.kernelign.acceptance.cluster;

import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A node that takes the pods which the scheduler gives it, and runs their first container's command as a process of this machine. */
public final class TestNode implements AutoCloseable {

    /** Image that it cannot pull. */
    public static final String MISSING_IMAGE = "registry.example.com/missing";

    private static final String LEASES = "kube-node-lease";
    private static final int LEASE_SECONDS = 40;
    private static final int HEARTBEAT_SECONDS = 5;

    private final KubernetesClient client;

    /** Does not try again by itself: a lost heartbeat is lost, and the next one is soon. */
    private final KubernetesClient pulse;

    private final String name;
    private final Path logs;
    private final Map<String, TestPod> pods = new ConcurrentHashMap<>();
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor();
    private SharedIndexInformer<Pod> watched;
    private volatile boolean heard;

    private TestNode(KubernetesClient client, String name, Path logs) {
        this.client = client;
        this.pulse = new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder(client.getConfiguration())
                        .withRequestRetryBackoffLimit(0)
                        .build())
                .build();
        this.name = name;
        this.logs = logs;
    }

    /**
     * Registers one and begins to take pods.
     *
     * @param cpus what it says that it has
     * @param logs folder for what the containers print
     */
    public static TestNode start(KubernetesClient client, String name, int cpus, Path logs) {
        var node = new TestNode(client, name, logs);
        node.register(cpus);
        node.heart.scheduleAtFixedRate(node::beat, 0, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
        node.watched = client.pods()
                .inAnyNamespace()
                .withField("spec.nodeName", name)
                .runnableInformer(0)
                .exceptionHandler((started, trouble) -> true);
        node.watched.addEventHandler(node.handler());
        node.watched.start();
        return node;
    }

    private void register(int cpus) {
        var has = Map.of(
                "cpu", new Quantity(String.valueOf(cpus)), "memory", new Quantity("64Gi"), "pods", new Quantity("20"));
        var node = new NodeBuilder()
                .withNewMetadata()
                .withName(name)
                .addToLabels("kubernetes.io/hostname", name)
                .endMetadata()
                .withNewStatus()
                .withCapacity(has)
                .withAllocatable(has)
                .addNewCondition()
                .withType("Ready")
                .withStatus("True")
                .withReason("TestNode")
                .endCondition()
                .endStatus()
                .build();
        client.nodes().resource(node).create();
        client.nodes().resource(node).patchStatus();
    }

    /** What the API server does not hear now it hears by the next one. */
    private void beat() {
        try {
            pulse.leases()
                    .inNamespace(LEASES)
                    .resource(new LeaseBuilder()
                            .withNewMetadata()
                            .withName(name)
                            .endMetadata()
                            .withNewSpec()
                            .withHolderIdentity(name)
                            .withLeaseDurationSeconds(LEASE_SECONDS)
                            .withRenewTime(ZonedDateTime.now(ZoneOffset.UTC))
                            .endSpec()
                            .build())
                    .forceConflicts()
                    .serverSideApply();
            heard = true;
        } catch (RuntimeException e) {
            heard = false;
            System.err.println("heartbeat of " + name + ": " + e.getMessage());
        }
    }

    /** Whether the API server heard its last heartbeat. */
    boolean isHeard() {
        return heard;
    }

    private ResourceEventHandler<Pod> handler() {
        return new ResourceEventHandler<>() {
            @Override
            public void onAdd(Pod pod) {
                see(pod);
            }

            @Override
            public void onUpdate(Pod before, Pod pod) {
                see(pod);
            }

            @Override
            public void onDelete(Pod pod, boolean unknown) {
                var gone = pods.remove(pod.getMetadata().getUid());
                if (gone != null) {
                    gone.kill();
                }
            }
        };
    }

    private void see(Pod pod) {
        var here = pods.computeIfAbsent(pod.getMetadata().getUid(), uid -> new TestPod(client, pod, logs));
        if (pod.getMetadata().getDeletionTimestamp() != null) {
            here.stop(pod.getMetadata().getDeletionGracePeriodSeconds());
        }
    }

    /** Is lost: with everything that runs on it, and taken out of the cluster as who runs it would. */
    public void lose() {
        close();
        client.nodes().withName(name).delete();
    }

    @Override
    public void close() {
        heart.shutdownNow();
        pulse.close();
        watched.close();
        pods.values().forEach(TestPod::kill);
    }
}
