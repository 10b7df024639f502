package io.kernelign.training.memory;

import io.kernelign.input.InvalidInputException;
import io.kernelign.input.Types;
import io.kernelign.lm.decoder.Precision;
import io.kernelign.lm.lora.LoraSettings;
import io.kernelign.training.GradientCheckpointing;
import io.kernelign.training.Method;
import io.kernelign.training.TrainingSettings;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds what would make a training fit: of each setting the mildest change that does, and where none does alone, several
 * together. Whatever is told has been estimated.
 */
final class Remedies {

    private static final int FEWEST_TOKENS = 64;

    private final TrainingShape shape;
    private final TrainingSettings settings;
    private final ToLongFunction<TrainingShape> bytes;
    private final long available;
    private final GradientCheckpointing checkpointing;

    /**
     * @param bytes that a training takes at its peak
     * @param checkpointing what a training may have instead of none
     */
    Remedies(
            TrainingShape shape,
            ToLongFunction<TrainingShape> bytes,
            long available,
            GradientCheckpointing checkpointing) {
        this.shape = shape;
        this.settings = shape.settings();
        this.bytes = bytes;
        this.available = available;
        this.checkpointing = checkpointing;
    }

    /** In the order in which they cost least; empty when nothing helps. */
    List<Remedy> found() {
        var alone = Stream.of(
                        checkpointing(), bfloat16(), fewerTokens(), shorter(), fewerLayers(), lowerRank(), adapter())
                .flatMap(changes -> mildest(changes).stream())
                .toList();
        return alone.isEmpty() ? mildest(together()).stream().toList() : alone;
    }

    private Optional<Remedy> mildest(Stream<SettingsChange> changes) {
        return changes.flatMap(change -> remedy(change).stream()).findFirst();
    }

    /** Empty where no training could have it, or where it does not make this one fit. */
    private Optional<Remedy> remedy(SettingsChange change) {
        try {
            long needed = bytes.applyAsLong(shape.with(change.of(settings)));
            return needed <= available ? Optional.of(new Remedy(change.inJob(), needed)) : Optional.empty();
        } catch (InvalidInputException e) {
            return Optional.empty();
        }
    }

    private Stream<SettingsChange> checkpointing() {
        return settings.gradientCheckpointing() == GradientCheckpointing.OFF
                ? Stream.of(SettingsChange.NONE.and("gradientCheckpointing", Types.nameOf(checkpointing)))
                : Stream.empty();
    }

    private Stream<SettingsChange> bfloat16() {
        return settings.precision() == Precision.FLOAT32 && settings.method() instanceof Method.LowRank
                ? Stream.of(SettingsChange.NONE.and("dtype", "bfloat16"))
                : Stream.empty();
    }

    private Stream<SettingsChange> fewerTokens() {
        return halves(settings.batchTokens(), FEWEST_TOKENS).mapToObj(SettingsChange.NONE::andBatchTokens);
    }

    private Stream<SettingsChange> shorter() {
        return halves(settings.maxLength(), FEWEST_TOKENS)
                .mapToObj(length -> SettingsChange.NONE.andLength(length, settings));
    }

    private Stream<SettingsChange> fewerLayers() {
        return freshAdapter()
                .map(lora -> halves(
                                lora.layers().of(shape.model().layers().size()).size(), 1)
                        .mapToObj(layers -> SettingsChange.NONE.and("lora.layers.top", layers)))
                .orElse(Stream.empty());
    }

    private Stream<SettingsChange> lowerRank() {
        return freshAdapter()
                .map(lora -> halves(lora.rank(), 1).mapToObj(rank -> SettingsChange.NONE.and("lora.rank", rank)))
                .orElse(Stream.empty());
    }

    /** One whose shape no other adapter settles. */
    private Optional<LoraSettings> freshAdapter() {
        return settings.method() instanceof Method.LowRank method
                        && method.from().isEmpty()
                ? Optional.of(method.lora())
                : Optional.empty();
    }

    private Stream<SettingsChange> adapter() {
        return settings.method() instanceof Method.Full
                ? Stream.of(SettingsChange.NONE.and("method", "lora"))
                : Stream.empty();
    }

    private Stream<SettingsChange> together() {
        var all = Stream.of(adapter(), checkpointing(), bfloat16())
                .flatMap(changes -> changes)
                .reduce(SettingsChange.NONE, SettingsChange::and);
        return Stream.concat(
                Stream.of(all),
                halves(Math.max(settings.batchTokens(), settings.maxLength()), FEWEST_TOKENS)
                        .mapToObj(tokens -> all.andBatchTokens(Math.min(tokens, settings.batchTokens()))
                                .andLength(Math.min(tokens, settings.maxLength()), settings)));
    }

    private static IntStream halves(int value, int least) {
        return IntStream.iterate(value / 2, half -> half >= least, half -> half / 2);
    }
}
