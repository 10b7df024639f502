package io.kernelign.trainer.verdict;

import io.kernelign.contracts.JobState;
import io.kernelign.contracts.JobVerdict;
import io.kernelign.input.Field;
import io.kernelign.input.InvalidInputException;
import io.kernelign.input.ObjectType;
import io.kernelign.input.Types;
import io.kernelign.service.problem.ConflictException;
import io.kernelign.service.problem.NotFoundException;
import io.kernelign.trainer.job.Job;
import io.kernelign.trainer.job.Jobs;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says whether jobs have become what somebody waits for. */
@Component
public class Verdicts {

    private static final String GATE = "gate";
    private static final int MOST_GATES = 20;

    private final Jobs jobs;
    private final JobFigures figures;

    Verdicts(Jobs jobs, JobFigures figures) {
        this.jobs = jobs;
        this.figures = figures;
    }

    /**
     * The verdict on a job that has passed, or has not ended.
     *
     * @param written gates as their user wrote them
     * @throws NotFoundException when the tenant has no such job
     * @throws InvalidInputException when a gate is none, or of a figure that the job does not promise
     * @throws ConflictException when it has ended otherwise
     */
    public JobVerdict of(String tenant, String id, List<String> written) {
        var job = jobs.findByIdAndTenant(id, tenant).orElseThrow(() -> new NotFoundException("job", id));
        var gates = gates(job, written);
        var values = figures.values(id);
        if (values.isEmpty()) {
            return undecided(job, gates);
        }
        var decided = gates.stream().map(gate -> decide(gate, values.get())).toList();
        var missed = decided.stream().filter(gate -> !gate.passed()).toList();
        if (!missed.isEmpty()) {
            throw refusal(id, JobState.SUCCEEDED, decided, "succeeded, but " + sentence(missed) + ".");
        }
        return new JobVerdict(id, JobState.SUCCEEDED, true, decided);
    }

    private List<Gate> gates(Job job, List<String> written) {
        var gates = Field.defaulted(
                GATE,
                Types.listOf(new GateType(figures.names(job)), 0, MOST_GATES),
                List.of(),
                "What figures are to be.");
        return ObjectType.of(List.of(gates), values -> values.get(gates), read -> Map.of(GATE, read))
                .read(Map.of(GATE, written));
    }

    private static JobVerdict undecided(Job job, List<Gate> gates) {
        var open = gates.stream()
                .map(gate -> new JobVerdict.Gate(gate.text(), null, null))
                .toList();
        return switch (job.state()) {
            case FAILED ->
                throw refusal(
                        job.id(), job.state(), open, "failed: " + job.view().error());
            case CANCELLED -> throw refusal(job.id(), job.state(), open, "was cancelled.");
            default -> new JobVerdict(job.id(), job.state(), null, open);
        };
    }

    private static JobVerdict.Gate decide(Gate gate, Map<String, Double> values) {
        var value = Optional.ofNullable(values.get(gate.figure()));
        return new JobVerdict.Gate(gate.text(), value.orElse(null), gate.passedBy(value));
    }

    private static String sentence(List<JobVerdict.Gate> missed) {
        return missed.stream()
                .map(gate -> gate.gate() + " does not hold: it "
                        + (gate.value() == null ? "was not measured" : "is " + gate.value()))
                .collect(Collectors.joining("; "));
    }

    private static ConflictException refusal(String id, JobState state, List<JobVerdict.Gate> gates, String became) {
        return new ConflictException(
                "The job " + id + " " + became, Map.of("id", id, "state", state, "passed", false, "gates", gates));
    }
}
