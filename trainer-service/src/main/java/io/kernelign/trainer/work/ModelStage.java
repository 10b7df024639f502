package io.kernelign.trainer.work;

import io.kernelign.fetch.FetchException;
import io.kernelign.trainer.adapter.AdapterStart;
import io.kernelign.trainer.job.Job;
import io.kernelign.trainer.job.JobEvents;
import io.kernelign.trainer.job.JobWrites;
import io.kernelign.trainer.job.Lease;
import io.kernelign.trainer.model.BaseModels;
import io.kernelign.trainer.spec.JobSpec;
import io.kernelign.trainer.spec.JobSpecType;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The first thing that a job needs: its model. One of the hub is fetched, and the commit it is at goes into the spec, so
 * that whoever takes the job later goes on with the same weights; so does what an adapter to start from settles.
 */
@Component
class ModelStage {

    private final BaseModels models;
    private final JobSpecType specs;
    private final AdapterStart starts;
    private final JobWrites writes;
    private final JobEvents events;
    private final Clock clock;

    ModelStage(
            BaseModels models,
            JobSpecType specs,
            AdapterStart starts,
            JobWrites writes,
            JobEvents events,
            Clock clock) {
        this.models = models;
        this.specs = specs;
        this.starts = starts;
        this.writes = writes;
        this.events = events;
        this.clock = clock;
    }

    /** @throws FetchException when it cannot be had */
    JobSpec withModel(Job job, Lease lease, StopSignal stop) throws InterruptedException {
        var spec = specs.read(job.spec());
        if (models.find(spec.model()).isPresent()) {
            return spec;
        }
        events.append(lease, "model", "Fetching " + spec.model() + ".", Map.of());
        var name = models.fetch(spec.model(), new FetchReport(lease, events, stop, clock));
        events.append(lease, "model", name + " is here.", Map.of("model", name));
        var plain = specs.write(spec);
        plain.put("model", name);
        var resolved = starts.settled(job.tenant(), specs.read(plain), job.request());
        writes.spec(lease, specs.write(resolved));
        return resolved;
    }
}
