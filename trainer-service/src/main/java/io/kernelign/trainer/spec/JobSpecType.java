package io.kernelign.trainer.spec;

import io.kernelign.data.split.Fold;
import io.kernelign.input.Field;
import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.input.ObjectType;
import io.kernelign.input.Types;
import io.kernelign.input.Values;
import io.kernelign.lm.config.ModelConfig;
import io.kernelign.objective.Objective;
import io.kernelign.trainer.model.BaseModels;
import io.kernelign.training.Method;
import io.kernelign.training.TrainingSettings;
import io.kernelign.training.VocabularyLimit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The one declaration of a job's JSON: fields, defaults, ranges and their sentences. */
@Component
public class JobSpecType {

    private static final Field<String> NAME = Field.optional("name", Types.text(200), "What people call the job.");
    private static final Field<String> DATASET =
            Field.required("dataset", Types.text(100), "Id of the data set to train on.");
    private static final Field<String> EVAL_DATASET = Field.optional(
            "evalDataset",
            Types.text(100),
            "Id of a data set to evaluate on: all its pairs are held out, and all of dataset are trained on. When"
                    + " absent, the split of dataset decides.");
    private static final Field<Fold> FOLD = Field.optional(
            "fold",
            FoldType.TYPE,
            "Holds out one of several folds of dataset's prompts, by their hash, and trains on all other pairs, in"
                    + " place of what the split says. A sweep with folds writes it.");
    private static final Field<Optional<Objective>> OBJECTIVE = Field.defaulted(
            "objective",
            new AutoOr<>(Objective.TYPE),
            Optional.empty(),
            "What is minimised; \"auto\" lets the selector choose it from the data.");
    private static final Field<SelectionMethod> SELECTION = Field.defaulted(
            "selection",
            Types.constant(SelectionMethod.class),
            SelectionMethod.RULES,
            "How objective \"auto\" is chosen: rules takes the recommendation; pilot trains its candidates a little,"
                    + " ranks them on held-out pairs, and goes on with the best.");
    private static final Field<SelectionEncoder> ENCODER = Field.defaulted(
            "encoder",
            Types.constant(SelectionEncoder.class),
            SelectionEncoder.MINILM,
            "Whose embeddings of dataset objective \"auto\" is chosen from: minilm, the selector's sentence encoder; or"
                    + " policy, the base model of the job by its mean-pooled last hidden states.");
    private static final Field<PilotSettings> PILOT =
            Field.optional("pilot", PilotSettings.TYPE, "How large the race of selection pilot may be.");
    private static final Field<TrainingSettings> TRAINING = Field.defaulted(
            "training", TrainingSettings.TYPE, TrainingSettings.TYPE.read(Map.of()), "How it is trained.");
    private static final Field<Export> EXPORT = Field.defaulted(
            "export", Export.TYPE, Export.TYPE.read(Map.of()), "What the job leaves beside what every job leaves.");
    private static final Field<Integer> PRIORITY = Field.defaulted(
            "priority",
            Types.integer(-100, 100),
            0,
            "Among the jobs of your tenant that wait for a worker, those of a higher priority go first.");
    private static final Field<Map<String, String>> TAGS =
            Field.defaulted("tags", new TagsType(), Map.of(), "Words of your own by which jobs are found again.");

    /** Never a part of what is written: its secret would be shown with the spec. */
    public static final String WEBHOOK = "webhook";

    private final BaseModels models;
    private final Field<String> model;
    private final Field<JobEvaluation> evaluation;
    private final Field<Webhook> webhook;
    private final ObjectType<JobSpec> type;

    JobSpecType(BaseModels models, BenchmarkSpecType benchmark, WebhookType webhooks) {
        this.models = models;
        var evaluations = JobEvaluation.type(benchmark);
        evaluation = Field.defaulted(
                "evaluation",
                evaluations,
                evaluations.read(Map.of()),
                "When the held-out pairs are evaluated, and which benchmarks the model is put to.");
        webhook = Field.optional(WEBHOOK, webhooks.type(), "Who is told what becomes of the job.");
        model = Field.required(
                "model",
                new ModelName(models),
                "The base model: a path below the folder of models, or hf:owner/name[@revision].");
        type = ObjectType.of(
                List.of(
                        NAME,
                        model,
                        DATASET,
                        EVAL_DATASET,
                        FOLD,
                        OBJECTIVE,
                        SELECTION,
                        ENCODER,
                        PILOT,
                        TRAINING,
                        evaluation,
                        EXPORT,
                        PRIORITY,
                        TAGS,
                        webhook),
                this::build,
                this::plain);
    }

    private JobSpec build(Values values) {
        requireFit(values);
        if (values.get(EXPORT).merged() && values.get(TRAINING).method() instanceof Method.Full) {
            values.reject(List.of(EXPORT, Export.MERGED), "false with method full, which leaves the whole model");
        }
        checkFold(values);
        for (var field : List.of(SELECTION, ENCODER)) {
            if (values.given(field) && values.get(OBJECTIVE).isPresent()) {
                values.reject(field, "nothing beside an objective of your own; it says how \"auto\" is chosen");
            }
        }
        return new JobSpec(
                values.get(NAME),
                values.get(model),
                values.get(DATASET),
                values.get(EVAL_DATASET),
                values.find(FOLD),
                values.get(OBJECTIVE),
                values.get(ENCODER),
                pilot(values),
                values.get(TRAINING),
                values.get(evaluation).settings(),
                values.get(evaluation).benchmarks(),
                values.get(EXPORT),
                values.get(PRIORITY),
                values.get(TAGS),
                values.find(webhook));
    }

    private static void checkFold(Values values) {
        if (values.given(FOLD) && values.given(EVAL_DATASET)) {
            values.reject(FOLD, "nothing beside evalDataset, which is what is held out");
        }
        if (values.given(FOLD) && values.get(OBJECTIVE).isEmpty()) {
            values.reject(
                    FOLD,
                    "nothing while objective is \"auto\", which is chosen from pairs on which the fold is to be held"
                            + " out");
        }
    }

    private static Optional<PilotSettings> pilot(Values values) {
        boolean races = values.get(SELECTION) == SelectionMethod.PILOT;
        if (races && values.get(TRAINING).method() instanceof Method.Full) {
            values.reject(
                    SELECTION, "rules with method full, of which a pilot would keep three models for each candidate");
        }
        if (races && values.get(TRAINING).stopAtShare() < 1) {
            values.reject(
                    SELECTION,
                    "rules with training.stopAtShare below 1: the winner of a pilot may stand beyond that already");
        }
        if (!races && values.given(PILOT)) {
            values.reject(PILOT, "nothing without selection pilot");
        }
        return races
                ? Optional.of(values.find(PILOT).orElseGet(() -> PilotSettings.TYPE.read(Map.of())))
                : Optional.empty();
    }

    private void requireFit(Values values) {
        if (values.get(TRAINING).method() instanceof Method.LowRank method) {
            try {
                models.find(values.get(model)).ifPresent(base -> method.lora().on(base.config()));
            } catch (InvalidInputException e) {
                throw e.under("training.lora");
            }
        }
    }

    private Map<String, Object> plain(JobSpec spec) {
        var plain = new LinkedHashMap<String, Object>();
        if (spec.name() != null) {
            plain.put(NAME.name(), spec.name());
        }
        plain.put(model.name(), spec.model());
        plain.put(DATASET.name(), spec.dataset());
        if (spec.evalDataset() != null) {
            plain.put(EVAL_DATASET.name(), spec.evalDataset());
        }
        spec.fold().ifPresent(fold -> plain.put(FOLD.name(), FOLD.type().write(fold)));
        plain.put(OBJECTIVE.name(), OBJECTIVE.type().write(spec.objective()));
        if (spec.objective().isEmpty()) {
            var method = spec.pilot().isPresent() ? SelectionMethod.PILOT : SelectionMethod.RULES;
            plain.put(SELECTION.name(), SELECTION.type().write(method));
            plain.put(ENCODER.name(), ENCODER.type().write(spec.encoder()));
            spec.pilot().ifPresent(pilot -> plain.put(PILOT.name(), PILOT.type().write(pilot)));
        }
        plain.put(TRAINING.name(), TRAINING.type().write(spec.training()));
        var evaluated = new JobEvaluation(spec.evaluation(), spec.benchmarks());
        plain.put(evaluation.name(), evaluation.type().write(evaluated));
        plain.put(EXPORT.name(), EXPORT.type().write(spec.export()));
        plain.put(PRIORITY.name(), spec.priority());
        plain.put(TAGS.name(), spec.tags());
        return plain;
    }

    /**
     * Reads and checks a spec.
     *
     * @throws InvalidInputException with everything that is wrong with it
     */
    public JobSpec read(Map<String, Object> raw) {
        var spec = type.read(raw);
        spec.objective().ifPresent(objective -> models.find(spec.model())
                .ifPresent(base -> checkVocabulary(objective, spec.model(), base.config())));
        return spec;
    }

    /** The spec once its objective is chosen: there is nothing left to select. */
    public JobSpec chosen(JobSpec spec, Map<String, Object> objective) {
        var plain = plain(spec);
        plain.remove(SELECTION.name());
        plain.remove(ENCODER.name());
        plain.remove(PILOT.name());
        plain.put(OBJECTIVE.name(), objective);
        return read(plain);
    }

    /** The objective of a spec as {@link #write} has it, whose model need not be there any more. */
    public Optional<Objective> objective(Map<String, Object> written) {
        return OBJECTIVE.type().read(written.get(OBJECTIVE.name()));
    }

    /** The benchmarks of a spec as {@link #write} has it, whose model need not be there any more. */
    public List<BenchmarkSpec> benchmarks(Map<String, Object> written) {
        return evaluation.type().read(written.get(evaluation.name())).benchmarks();
    }

    private static void checkVocabulary(Objective objective, String name, ModelConfig config) {
        var vocabulary = config.vocabularySize();
        if (VocabularyLimit.exceeded(objective, vocabulary)) {
            throw new InvalidInputException(FieldError.unacceptable(
                    "objective.estimator",
                    "full",
                    "\"sampled\", since the vocabulary of " + name + " has " + vocabulary
                            + " tokens and \"full\" takes at" + " most " + VocabularyLimit.MOST_TOKENS));
        }
    }

    /** The spec with every default filled in, as plain JSON data. */
    public Map<String, Object> write(JobSpec spec) {
        return plain(spec);
    }

    /** JSON Schema of a spec. */
    public Map<String, Object> jsonSchema() {
        return type.jsonSchema();
    }
}
