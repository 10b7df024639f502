package io.kernelign.trainer.testing;

import io.kernelign.contracts.DatasetRef;
import io.kernelign.contracts.JobEvent;
import io.kernelign.contracts.JobRequest;
import io.kernelign.contracts.JobState;
import io.kernelign.contracts.JobView;
import io.kernelign.contracts.TrainerApi;
import io.kernelign.service.testing.Waiting;
import java.util.List;
import java.util.Map;

/** Jobs to give to a trainer, and what to wait for. */
public record SampleJobs(TrainerApi trainer) {

    public static final String TENANT = "acme";
    public static final String MODEL = "tiny";
    public static final Map<String, Object> OBJECTIVE = Map.of();
    public static final DatasetRef DATASET = new DatasetRef("ds_1", "helpful", "abc", "pairs/abc.jsonl", 40, 10);

    public static JobRequest request(Map<String, String> tags) {
        return new JobRequest(
                Map.of("model", MODEL, "dataset", DATASET.id(), "objective", OBJECTIVE, "tags", tags), DATASET);
    }

    /** One whose objective a pilot chooses. */
    public static JobRequest piloted(Map<String, String> tags) {
        return new JobRequest(
                Map.of("model", MODEL, "dataset", DATASET.id(), "selection", "pilot", "tags", tags), DATASET);
    }

    public String submit(Map<String, String> tags) {
        return submit(request(tags));
    }

    public String submit(JobRequest request) {
        return trainer.create(TENANT, request).id();
    }

    public JobView get(String id) {
        return trainer.job(TENANT, id);
    }

    public JobView await(String id, JobState state) {
        return Waiting.until(
                id + " to be " + state.json(),
                () -> get(id),
                job -> job.state() == state || job.state().ended());
    }

    public void awaitStep(String id, long step) {
        Waiting.until(
                "step " + step + " of " + id,
                () -> get(id),
                job -> job.progress().step() >= step || job.state().ended());
    }

    public List<JobEvent> events(String id) {
        return trainer.events(TENANT, id, 0, 1000);
    }

    public List<String> messages(String id, String type) {
        return events(id).stream()
                .filter(event -> event.type().equals(type))
                .map(JobEvent::message)
                .toList();
    }
}
