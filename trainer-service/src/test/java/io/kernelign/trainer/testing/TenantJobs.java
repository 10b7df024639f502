package io.kernelign.trainer.testing;

import io.kernelign.contracts.JobRequest;
import io.kernelign.contracts.JobState;
import io.kernelign.contracts.JobView;
import io.kernelign.contracts.TrainerApi;
import io.kernelign.service.blob.BlobStore;
import io.kernelign.service.testing.RunningService;
import io.kernelign.service.testing.Waiting;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Jobs of several tenants at one trainer. */
public record TenantJobs(TrainerApi trainer) {

    /** With the data set of {@link SampleJobs} stored. */
    public static TenantJobs at(RunningService trainer) throws IOException {
        trainer.bean(BlobStore.class)
                .put(SampleJobs.DATASET.pairsKey(), new ByteArrayInputStream(new byte[] {'{', '}'}));
        return new TenantJobs(trainer.client(TrainerApi.class));
    }

    /** A job of one step; its id. */
    public String shortOne(String tenant, int priority) {
        return submit(tenant, priority, Map.of("steps", "1"));
    }

    /** A job that stands before its step 8 until there is a gate; its id. */
    public String held(String tenant, int priority, Path gate) {
        return submit(tenant, priority, Map.of("holdAt", "8", "gate", gate.toString()));
    }

    private String submit(String tenant, int priority, Map<String, String> tags) {
        var spec = Map.of(
                "model",
                SampleJobs.MODEL,
                "dataset",
                SampleJobs.DATASET.id(),
                "objective",
                SampleJobs.OBJECTIVE,
                "priority",
                priority,
                "tags",
                tags);
        return trainer.create(tenant, new JobRequest(spec, SampleJobs.DATASET)).id();
    }

    public JobView get(String tenant, String id) {
        return trainer.job(tenant, id);
    }

    /** Waits until a {@link #held} job stands where it is held. */
    public void awaitHold(String tenant, String id) {
        Waiting.until(
                "step 7 of " + id, () -> get(tenant, id), job -> job.progress().step() >= 7);
    }

    public JobView awaitSuccess(String tenant, String id) {
        return Waiting.until("the success of " + id, () -> get(tenant, id), job -> job.state() == JobState.SUCCEEDED);
    }
}
