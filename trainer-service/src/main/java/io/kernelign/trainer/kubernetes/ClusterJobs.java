package io.kernelign.trainer.kubernetes;

import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Informable;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The Jobs of a namespace that are for work, with their pods and what Kubernetes has to say about them: kept up by watches, which
 * are made anew for as long as it takes when the API server is away.
 */
final class ClusterJobs implements AutoCloseable {

    private static final Set<String> BEGUN = Set.of("Running", "Succeeded");

    private final KubernetesClient client;
    private final String namespace;
    private final SharedIndexInformer<Job> jobs;
    private final SharedIndexInformer<Pod> pods;
    private final SharedIndexInformer<Event> warnings;

    ClusterJobs(KubernetesClient client) {
        this.client = client;
        this.namespace = client.getNamespace();
        jobs = watched(client.batch().v1().jobs().inNamespace(namespace).withLabel(JobTemplate.WORK));
        pods = watched(client.pods().inNamespace(namespace).withLabel(JobTemplate.WORK));
        warnings = watched(client.v1().events().inNamespace(namespace).withoutField("type", "Normal"));
    }

    private static <T extends HasMetadata> SharedIndexInformer<T> watched(Informable<T> resources) {
        var informer = resources.runnableInformer(0).exceptionHandler((started, trouble) -> true);
        informer.start();
        return informer;
    }

    /** One by its name. Only a watch that says it is active is taken at its word, since watches may be behind. */
    Optional<Job> find(String name) {
        var seen = Optional.ofNullable(jobs.getStore().getByKey(namespace + "/" + name));
        return seen.filter(job -> JobPhase.of(job) == JobPhase.ACTIVE)
                .or(() -> Optional.ofNullable(client.batch()
                        .v1()
                        .jobs()
                        .inNamespace(namespace)
                        .withName(name)
                        .get()));
    }

    /** Creates one; as the API server has it then. */
    Job create(Job job) {
        return client.batch().v1().jobs().inNamespace(namespace).resource(job).create();
    }

    /** Deletes it with its pods: it is there until they have ended. */
    void delete(Job job) {
        client.batch()
                .v1()
                .jobs()
                .inNamespace(namespace)
                .withName(job.getMetadata().getName())
                .withPropagationPolicy(DeletionPropagation.FOREGROUND)
                .delete();
    }

    List<Pod> pods(Job job) {
        var id = job.getMetadata().getLabels().get(JobTemplate.WORK);
        return pods.getStore().list().stream()
                .filter(pod -> id.equals(pod.getMetadata().getLabels().get(JobTemplate.WORK)))
                .toList();
    }

    /** Whether a pod of it runs or has ended well, for all that is known. */
    boolean hasBegun(Job job) {
        return !pods.hasSynced()
                || pods(job).stream()
                        .anyMatch(pod -> BEGUN.contains(pod.getStatus().getPhase()));
    }

    /** What is not as it should be with it or its pods. */
    List<Event> warnings(Job job) {
        var name = job.getMetadata().getName();
        return warnings.getStore().list().stream()
                .filter(event -> isOf(name, event.getInvolvedObject().getName()))
                .toList();
    }

    /** Pods are called by their Job's name, a hyphen and a few letters. */
    private static boolean isOf(String job, String object) {
        return object != null && (object.equals(job) || object.startsWith(job + "-"));
    }

    @Override
    public void close() {
        List.of(jobs, pods, warnings).forEach(SharedIndexInformer::stop);
        client.close();
    }
}
