package io.kernelign.training;

import io.kernelign.input.Field;
import io.kernelign.input.ObjectType;
import io.kernelign.input.Types;
import io.kernelign.input.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of {@code training} in a job. */
final class TrainingFields {

    private static final String LOW_RANK = "lora";
    private static final String FULL = "full";

    /** Of AdamW on all weights, which a step moves together. */
    private static final double FULL_LEARNING_RATE = 1e-5;

    private static final Field<String> METHOD = Field.defaulted(
            "method",
            Types.choice(List.of(LOW_RANK, FULL)),
            LOW_RANK,
            "What is trained: lora, a low-rank adapter beside the frozen model, or full, all of its weights.");
    private static final Field<Method.LowRank> LORA = Field.defaulted(
            "lora", LoraFields.TYPE, LoraFields.TYPE.read(Map.of()), "Shape of the adapter of method lora.");
    private static final Field<Dtype> DTYPE = Field.defaulted(
            "dtype",
            Types.constant(Dtype.class),
            Dtype.AUTO,
            "Type of the frozen weights; auto is bfloat16 where the processor multiplies it faster, and float32 with method"
                    + " full. The products with them are computed in the same type, but for bfloat16 where float32 is"
                    + " faster: there weights are widened a layer at a time. The adapter, norms, log-probabilities and"
                    + " the objective are float32.");
    private static final Field<GradientCheckpointing> GRADIENT_CHECKPOINTING = Field.defaulted(
            "gradientCheckpointing",
            Types.constant(GradientCheckpointing.class),
            GradientCheckpointing.AUTO,
            "Whether backward computes each layer again rather than keep what it needs, for less memory and more time; auto"
                    + " does so where the training would not fit otherwise.");
    private static final Field<Integer> EPOCHS =
            Field.defaulted("epochs", Types.integer(1, 1000), 1, "Passes over the training pairs.");
    private static final Field<Integer> STEPS = Field.optional(
            "steps", Types.integer(1, 10_000_000), "Optimiser steps, instead of epochs; the data repeats as needed.");
    private static final Field<Double> STOP_AT_SHARE = Field.defaulted(
            "stopAtShare",
            Types.numberAbove(0, 1),
            1.0,
            "Ends the training after this share of its steps, each of which is as in the whole one: the schedule remains that of"
                    + " all steps. A sweep by halving writes it.");
    private static final Field<Double> LEARNING_RATE = Field.defaulted(
            "learningRate",
            Types.numberAbove(0, 1),
            2e-4,
            "Peak learning rate of AdamW; with method full it is " + FULL_LEARNING_RATE + " where none is given.");
    private static final Field<Schedule> SCHEDULE = Field.defaulted(
            "schedule", Types.constant(Schedule.class), Schedule.LINEAR, "Course of the learning rate after warm-up.");
    private static final Field<Double> WARMUP = Field.defaulted(
            "warmup", Types.number(0, 1), 0.1, "Share of the steps in which the learning rate rises to its peak.");
    private static final Field<Double> CLIP_NORM =
            Field.defaulted("clipNorm", Types.numberAbove(0, 1e6), 1.0, "Largest joint norm of a step's gradients.");
    private static final Field<Integer> BATCH_TOKENS = Field.defaulted(
            "batchTokens",
            Types.integer(16, 1_000_000),
            2048,
            "Most tokens (prompt, chosen and rejected) in one forward pass; a single longer pair goes alone.");
    private static final Field<Integer> ACCUMULATION = Field.defaulted(
            "accumulation", Types.integer(1, 4096), 1, "Forward passes whose gradients one optimiser step averages.");
    private static final Field<Integer> MAX_LENGTH = Field.defaulted(
            "maxLength", Types.integer(8, 1_000_000), 1024, "Most tokens of prompt and one response together.");
    private static final Field<Integer> MAX_PROMPT_LENGTH = Field.defaulted(
            "maxPromptLength", Types.integer(4, 1_000_000), 512, "Most tokens of a prompt; its beginning is cut.");
    private static final Field<Integer> CHECKPOINT_STEPS = Field.defaulted(
            "checkpointSteps", Types.integer(1, 10_000_000), 50, "Optimiser steps between two checkpoints.");
    private static final Field<Integer> SEED = Field.defaulted(
            "seed",
            Types.integer(0, Integer.MAX_VALUE),
            42,
            "Decides the start of a fresh adapter, the order of the data and dropout.");

    private static final Field<Integer> MAX_SKIPPED_STEPS = Field.defaulted(
            "maxSkippedSteps",
            Types.integer(1, 10_000),
            5,
            "A step whose loss or gradient is not finite is skipped; after so many in a row the job fails.");

    static final ObjectType<TrainingSettings> TYPE = ObjectType.of(
            List.of(
                    METHOD,
                    LORA,
                    DTYPE,
                    GRADIENT_CHECKPOINTING,
                    EPOCHS,
                    STEPS,
                    STOP_AT_SHARE,
                    LEARNING_RATE,
                    SCHEDULE,
                    WARMUP,
                    CLIP_NORM,
                    BATCH_TOKENS,
                    ACCUMULATION,
                    MAX_LENGTH,
                    MAX_PROMPT_LENGTH,
                    CHECKPOINT_STEPS,
                    SEED,
                    MAX_SKIPPED_STEPS),
            TrainingFields::build,
            TrainingFields::write);

    private TrainingFields() {}

    private static TrainingSettings build(Values values) {
        if (values.given(STEPS) && values.given(EPOCHS)) {
            values.reject(STEPS, "either steps or epochs, not both");
        }
        if (values.get(MAX_PROMPT_LENGTH) >= values.get(MAX_LENGTH)) {
            values.reject(MAX_PROMPT_LENGTH, "less than maxLength, which is " + values.get(MAX_LENGTH));
        }
        boolean full = values.get(METHOD).equals(FULL);
        if (full && values.given(LORA)) {
            values.reject(LORA, "nothing with method full, which trains all weights");
        }
        if (full && values.get(DTYPE) == Dtype.BFLOAT16) {
            values.reject(DTYPE, "auto or float32 with method full, whose weights are not frozen");
        }
        return new TrainingSettings(
                full ? new Method.Full() : values.get(LORA),
                values.get(DTYPE),
                values.get(GRADIENT_CHECKPOINTING),
                values.get(EPOCHS),
                values.find(STEPS).orElse(0),
                values.get(STOP_AT_SHARE),
                full && !values.given(LEARNING_RATE) ? FULL_LEARNING_RATE : values.get(LEARNING_RATE),
                values.get(SCHEDULE),
                values.get(WARMUP),
                values.get(CLIP_NORM),
                values.get(BATCH_TOKENS),
                values.get(ACCUMULATION),
                values.get(MAX_LENGTH),
                values.get(MAX_PROMPT_LENGTH),
                values.get(CHECKPOINT_STEPS),
                values.get(SEED),
                values.get(MAX_SKIPPED_STEPS));
    }

    private static Map<String, Object> write(TrainingSettings settings) {
        var json = new LinkedHashMap<String, Object>();
        if (settings.method() instanceof Method.LowRank lowRank) {
            json.put(METHOD.name(), LOW_RANK);
            json.put(LORA.name(), LoraFields.TYPE.write(lowRank));
        } else {
            json.put(METHOD.name(), FULL);
        }
        json.put(DTYPE.name(), Types.nameOf(settings.dtype()));
        json.put(GRADIENT_CHECKPOINTING.name(), Types.nameOf(settings.gradientCheckpointing()));
        if (settings.steps() > 0) {
            json.put(STEPS.name(), settings.steps());
        } else {
            json.put(EPOCHS.name(), settings.epochs());
        }
        json.put(STOP_AT_SHARE.name(), settings.stopAtShare());
        json.put(LEARNING_RATE.name(), settings.learningRate());
        json.put(SCHEDULE.name(), Types.nameOf(settings.schedule()));
        json.put(WARMUP.name(), settings.warmup());
        json.put(CLIP_NORM.name(), settings.clipNorm());
        json.put(BATCH_TOKENS.name(), settings.batchTokens());
        json.put(ACCUMULATION.name(), settings.accumulation());
        json.put(MAX_LENGTH.name(), settings.maxLength());
        json.put(MAX_PROMPT_LENGTH.name(), settings.maxPromptLength());
        json.put(CHECKPOINT_STEPS.name(), settings.checkpointSteps());
        json.put(SEED.name(), settings.seed());
        json.put(MAX_SKIPPED_STEPS.name(), settings.maxSkippedSteps());
        return json;
    }
}
