package io.kernelign.trainer.sweep;

import io.kernelign.contracts.Page;
import io.kernelign.contracts.SweepTrialView;
import io.kernelign.contracts.SweepView;
import io.kernelign.service.page.Cursor;
import io.kernelign.service.page.Pages;
import io.kernelign.service.problem.ConflictException;
import io.kernelign.service.problem.NotFoundException;
import io.kernelign.trainer.sweep.spec.SweepPlan;
import io.kernelign.trainer.sweep.spec.SweepSpecType;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.springframework.stereotype.Component;

/** What became of sweeps. */
@Component
public class SweepReading {

    private final Sweeps sweeps;
    private final SweepTrials trials;
    private final SweepSpecType types;

    SweepReading(Sweeps sweeps, SweepTrials trials, SweepSpecType types) {
        this.sweeps = sweeps;
        this.trials = trials;
        this.types = types;
    }

    Standing standing(Sweep sweep) {
        var plan = new SweepPlan(types.read(sweep.request().spec()));
        return new Standing(plan, trials.of(sweep.id(), plan.spec().metric().name()));
    }

    Sweep find(String tenant, String id) {
        return sweeps.find(tenant, id).orElseThrow(() -> new NotFoundException("sweep", id));
    }

    /** @throws NotFoundException when the tenant has none of this id */
    public SweepView one(String tenant, String id) {
        var sweep = find(tenant, id);
        var standing = standing(sweep);
        return view(
                sweep,
                standing,
                standing.trials().stream().map(trial -> view(standing, trial)).toList());
    }

    /** Newest first, without their trials. */
    public Page<SweepView> page(String tenant, String cursor, int limit) {
        var found = sweeps.olderThan(tenant, Cursor.read(cursor), Pages.lookup(limit));
        return Pages.of(found, limit, sweep -> view(sweep, standing(sweep), List.of()), Sweep::cursor);
    }

    /**
     * The best trial as its user would have written the job.
     *
     * @throws ConflictException while no trial has a score
     */
    public Map<String, Object> best(String tenant, String id) {
        var standing = standing(find(tenant, id));
        return standing.best()
                .map(trial -> standing.plan().job(trial.point()))
                .orElseThrow(() -> new ConflictException("No trial of the sweep " + id + " has a score yet."));
    }

    private static SweepView view(Sweep sweep, Standing standing, List<SweepTrialView> told) {
        return new SweepView(
                sweep.id(),
                sweep.name(),
                sweep.state(),
                sweep.request().spec(),
                sweep.request().dataset().id(),
                standing.plan().trials(),
                standing.trials().size(),
                standing.best().map(trial -> view(standing, trial)).orElse(null),
                told,
                sweep.error(),
                sweep.createdAt(),
                sweep.startedAt(),
                sweep.finishedAt());
    }

    private static Double boxed(OptionalDouble number) {
        return number.isPresent() ? number.getAsDouble() : null;
    }

    private static SweepTrialView view(Standing standing, SweepTrial trial) {
        return new SweepTrialView(
                trial.number(),
                standing.plan().values(trial.point()),
                trial.share(),
                trial.state(),
                boxed(trial.figure()),
                boxed(trial.standardError()),
                trial.parts().stream().map(SweepTrial.Part::job).toList(),
                trial.error(standing.plan().spec().metric().name()).orElse(null));
    }
}
