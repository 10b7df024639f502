package io.kernelign.trainer.testing;

import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import io.kernelign.service.testing.Waiting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * An API server of Kubernetes, of its client's own making, that keeps what it is given. There is nobody behind it who makes pods: that is
 * for the test. A trainer of this JVM finds it.
 */
public final class ApiServer implements BeforeAllCallback, AfterAllCallback {

    private static final String NAMESPACE = "ml";
    private static final String WORK = "kernelign.io/work";

    private KubernetesMockServer server;
    private KubernetesClient client;

    @Override
    public void beforeAll(ExtensionContext test) {
        server = new KubernetesMockServer(
                new Context(), new MockWebServer(), new HashMap<>(), new KubernetesCrudDispatcher(), false);
        server.init();
        client = server.createClient();
        settings().forEach(System::setProperty);
    }

    private Map<String, String> settings() {
        return Map.of(
                "kubernetes.master",
                client.getMasterUrl().toString(),
                "kubernetes.namespace",
                NAMESPACE,
                "kubernetes.auth.tryKubeConfig",
                "false",
                "kubernetes.auth.tryServiceAccount",
                "false");
    }

    @Override
    public void afterAll(ExtensionContext test) {
        settings().keySet().forEach(System::clearProperty);
        client.close();
        server.destroy();
    }

    /** The Jobs for a piece of work. */
    public List<Job> jobs(String id) {
        return client.batch()
                .v1()
                .jobs()
                .inNamespace(NAMESPACE)
                .withLabel(WORK, id)
                .list()
                .getItems();
    }

    /** Waits for the one Job of a piece of work. */
    public Job await(String id) {
        return Waiting.until("a Job for " + id, () -> jobs(id), jobs -> jobs.size() == 1)
                .get(0);
    }

    /**
     * Gives a Job a pod.
     *
     * @param phase of the pod, as Running
     */
    public void pod(Job job, String phase) {
        client.pods()
                .inNamespace(NAMESPACE)
                .resource(new PodBuilder()
                        .withNewMetadata()
                        .withName(job.getMetadata().getName() + "-abcde")
                        .withLabels(job.getSpec().getTemplate().getMetadata().getLabels())
                        .endMetadata()
                        .withSpec(job.getSpec().getTemplate().getSpec())
                        .withNewStatus()
                        .withPhase(phase)
                        .endStatus()
                        .build())
                .create();
    }

    /**
     * Ends a Job.
     *
     * @param condition {@code Complete} or {@code Failed}
     */
    public void end(Job job, String condition, String reason, String message) {
        client.resource(new JobBuilder(job)
                        .editMetadata()
                        .withResourceVersion(null)
                        .endMetadata()
                        .editOrNewStatus()
                        .addNewCondition()
                        .withType(condition)
                        .withStatus("True")
                        .withReason(reason)
                        .withMessage(message)
                        .endCondition()
                        .endStatus()
                        .build())
                .update();
    }

    /** Says what is not as it should be with a pod of a Job. */
    public void warn(Job job, String reason, String message) {
        client.v1()
                .events()
                .inNamespace(NAMESPACE)
                .resource(new EventBuilder()
                        .withNewMetadata()
                        .withGenerateName("warning-")
                        .endMetadata()
                        .withNewInvolvedObject()
                        .withKind("Pod")
                        .withName(job.getMetadata().getName() + "-abcde")
                        .endInvolvedObject()
                        .withType("Warning")
                        .withReason(reason)
                        .withMessage(message)
                        .build())
                .create();
    }
}
