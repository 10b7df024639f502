package io.kernelign.trainer.sweep;

import io.kernelign.contracts.JobRequest;
import io.kernelign.contracts.TaskState;
import io.kernelign.input.InvalidInputException;
import io.kernelign.search.Proposal;
import io.kernelign.trainer.queue.Submission;
import io.kernelign.trainer.queue.Submission.Accepted;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes sweeps as far as they can go: begins the trials whose turn it is, and ends a sweep after its last one. A trial and
 * its jobs come into being in one transaction, under the sweep's lock, and only as the next in number: so it does not matter
 * how often this is called, by how many processes at a time, or where it is killed.
 */
@Component
class SweepConductor {

    private final Sweeps sweeps;
    private final SweepTrials trials;
    private final SweepReading reading;
    private final Submission jobs;
    private final TransactionOperations transactions;

    SweepConductor(
            Sweeps sweeps,
            SweepTrials trials,
            SweepReading reading,
            Submission jobs,
            TransactionOperations transactions) {
        this.sweeps = sweeps;
        this.trials = trials;
        this.reading = reading;
        this.jobs = jobs;
        this.transactions = transactions;
    }

    /** Harmless to repeat. */
    void advance(String id) {
        while (true) {
            var sweep = sweeps.find(id).orElseThrow();
            if (sweep.state().ended()) {
                return;
            }
            var standing = reading.standing(sweep);
            var course = standing.plan().course();
            if (course.isOver(standing.seen())) {
                end(sweep, standing);
                return;
            }
            var next = course.next(standing.seen());
            if (next.isEmpty()) {
                return;
            }
            begin(sweep, standing, next.get());
        }
    }

    private void end(Sweep sweep, Standing standing) {
        transactions.executeWithoutResult(status -> {
            if (standing.best().isPresent()) {
                sweeps.advance(sweep.id(), TaskState.SUCCEEDED, null);
            } else {
                sweeps.advance(sweep.id(), TaskState.FAILED, failure(standing));
            }
        });
    }

    private static String failure(Standing standing) {
        var metric = standing.plan().spec().metric().name();
        var first = standing.trials().stream()
                .flatMap(trial -> trial.error(metric).stream().map(error -> "trial " + trial.number() + ": " + error))
                .findFirst()
                .orElse("all were cancelled");
        return "none of its " + standing.trials().size() + " trials has a score; " + first;
    }

    /** What is slow comes first: no lock is held meanwhile. */
    private void begin(Sweep sweep, Standing standing, Proposal proposal) {
        int number = standing.trials().size();
        List<Accepted> accepted;
        String refusal;
        try {
            accepted = requests(sweep, standing, number, proposal).stream()
                    .map(request -> jobs.accept(sweep.tenant(), request))
                    .toList();
            refusal = null;
        } catch (InvalidInputException e) {
            accepted = List.of();
            refusal = e.getMessage();
        }
        insert(sweep, number, proposal, accepted, refusal);
    }

    private static List<JobRequest> requests(Sweep sweep, Standing standing, int number, Proposal proposal) {
        return standing.plan().jobs(sweep.id(), number, proposal).stream()
                .map(job -> {
                    job.put("name", sweep.name() + ", trial " + number);
                    return new JobRequest(
                            job, sweep.request().dataset(), sweep.request().evalDataset());
                })
                .toList();
    }

    private void insert(Sweep sweep, int number, Proposal proposal, List<Accepted> accepted, String refusal) {
        transactions.executeWithoutResult(status -> {
            if (sweeps.lock(sweep.id()).ended() || trials.count(sweep.id()) != number) {
                return;
            }
            trials.insert(sweep.id(), number, proposal, refusal);
            for (int part = 0; part < accepted.size(); part++) {
                trials.insertJob(
                        sweep.id(), number, part, jobs.queue(accepted.get(part)).id());
            }
            sweeps.advance(sweep.id(), TaskState.RUNNING, null);
        });
    }
}
