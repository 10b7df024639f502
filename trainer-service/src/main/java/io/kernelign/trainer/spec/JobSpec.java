package io.kernelign.trainer.spec;

import io.kernelign.data.split.Fold;
import io.kernelign.objective.Objective;
import io.kernelign.training.EvaluationSettings;
import io.kernelign.training.TrainingSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A job as its user wants it, checked; {@link JobSpecType} declares it.
 *
 * @param name {@code null} when the user gave none
 * @param model what the base model is called
 * @param dataset id of the data set
 * @param evalDataset id of the data set to evaluate on; {@code null} where the split of the other one says what is held
 *     out
 * @param fold of the data set's prompts that is held out, whatever its split says; empty where that decides
 * @param objective empty while it is "auto"
 * @param encoder by whose embeddings the objective is chosen while it is "auto"
 * @param pilot present exactly while the objective is "auto" and a race of candidates is to choose it
 * @param priority among the jobs of its tenant that wait; the highest goes first
 * @param benchmarks that the model is put to before the first step and after the last
 * @param webhook who is told what becomes of it; empty for nobody, and wherever a stored spec is read: it is kept apart
 */
public record JobSpec(
        String name,
        String model,
        String dataset,
        String evalDataset,
        Optional<Fold> fold,
        Optional<Objective> objective,
        SelectionEncoder encoder,
        Optional<PilotSettings> pilot,
        TrainingSettings training,
        EvaluationSettings evaluation,
        List<BenchmarkSpec> benchmarks,
        Export export,
        int priority,
        Map<String, String> tags,
        Optional<Webhook> webhook) {

    /** Whether the data set is trained on as a whole, whatever its split says. */
    public boolean trainsOnAll() {
        return evalDataset != null;
    }

    /** The same with other settings of its training. */
    public JobSpec trainedBy(TrainingSettings other) {
        return new JobSpec(
                name,
                model,
                dataset,
                evalDataset,
                fold,
                objective,
                encoder,
                pilot,
                other,
                evaluation,
                benchmarks,
                export,
                priority,
                tags,
                webhook);
    }

    /** The same with other benchmarks. */
    public JobSpec asking(List<BenchmarkSpec> other) {
        return new JobSpec(
                name,
                model,
                dataset,
                evalDataset,
                fold,
                objective,
                encoder,
                pilot,
                training,
                evaluation,
                other,
                export,
                priority,
                tags,
                webhook);
    }
}
