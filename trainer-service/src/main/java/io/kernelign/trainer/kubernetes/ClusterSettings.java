package io.kernelign.trainer.kubernetes;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.kernelign.service.start.RefusedStartException;
import io.kernelign.trainer.duty.Duty;
import io.kernelign.trainer.work.Work;
import io.kernelign.trainer.work.WorkPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where this process has its work done. Kubernetes is asked for only where that is the place. */
@Configuration(proxyBeanMethods = false)
class ClusterSettings {

    static final String MANIFEST = "kernelign.trainer.kubernetes.manifest";

    @Bean
    WorkPlace workPlace(Duty duty, @Value("${" + MANIFEST + "}") String manifest) {
        return duty.onKubernetes() ? cluster(manifest) : Work::run;
    }

    /** By the account of its pod, or else what {@code KUBECONFIG} names. */
    private static WorkPlace cluster(String manifest) {
        // What cannot be reached now is tried again by who asks, who has other things to look at meanwhile.
        Config config = new ConfigBuilder().withRequestRetryBackoffLimit(0).build();
        KubernetesClient client =
                new KubernetesClientBuilder().withConfig(config).build();
        return new Cluster(new ClusterJobs(client), new JobTemplate(read(manifest, client)));
    }

    private static Job read(String manifest, KubernetesClient client) {
        try {
            return client.getKubernetesSerialization().unmarshal(Files.readString(Path.of(manifest)), Job.class);
        } catch (IOException | IllegalArgumentException e) {
            throw new RefusedStartException(
                    MANIFEST + " is \"" + manifest
                            + "\"; accepted is a file with the manifest of a Job (batch/v1), since " + Duty.EXECUTION
                            + " is kubernetes-job.",
                    e);
        }
    }
}
