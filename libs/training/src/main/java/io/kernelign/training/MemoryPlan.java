package io.kernelign.training;

import io.kernelign.lm.config.ModelConfig;
import io.kernelign.lm.decoder.Precision;
import io.kernelign.torch.FailedAllocation;
import io.kernelign.torch.FailedAllocation.Place;
import java.util.Locale;

/** How a training fits into the memory that is there. */
public final class MemoryPlan {

    private static final double GIB = 1 << 30;

    private MemoryPlan() {}

    /**
     * Whether to compute layers again.
     *
     * @param batchTokens tokens of the largest batch
     * @param available bytes that there are, {@link AvailableMemory}
     * @throws UntrainableException if the training does not fit, with what it needs and what would make it fit
     */
    public static boolean recomputes(ModelConfig model, TrainingSettings settings, long batchTokens, long available) {
        boolean recomputes = needsToRecompute(model, settings, batchTokens, available);
        long needed = estimate(model, settings, batchTokens).bytes(recomputes);
        if (needed > available) {
            throw new UntrainableException(String.format(
                    Locale.ROOT,
                    "training needs about %.1f GiB and %.1f GiB are free; it would need less with %s",
                    needed / GIB,
                    available / GIB,
                    remedies(settings, recomputes)));
        }
        return recomputes;
    }

    /**
     * What a training whose memory ran out needs, and what would make it fit.
     *
     * @param failed what it asked for at last
     * @param settings as it was started, with {@code gradientCheckpointing} decided
     */
    public static UntrainableException exhausted(
            FailedAllocation failed, ModelConfig model, TrainingSettings settings, long batchTokens, Throwable cause) {
        if (failed.place() == Place.JAVA) {
            return new UntrainableException(
                    String.format(
                            Locale.ROOT,
                            "out of memory: the Java heap, which may take %.1f GiB, is full (%s); -Xmx gives it more",
                            Runtime.getRuntime().maxMemory() / GIB,
                            cause.getMessage()),
                    cause);
        }
        boolean recomputes = settings.gradientCheckpointing() == GradientCheckpointing.ON;
        return new UntrainableException(
                String.format(
                        Locale.ROOT,
                        "out of memory%s; training needs about %.1f GiB; it would need less with %s",
                        failed.bytes().isPresent()
                                ? String.format(
                                        Locale.ROOT,
                                        ": there were no %.1f GiB for a tensor",
                                        failed.bytes().getAsLong() / GIB)
                                : "",
                        estimate(model, settings, batchTokens).bytes(recomputes) / GIB,
                        remedies(settings, recomputes)),
                cause);
    }

    /** What a training will take at its peak where so much is available, fit or not. */
    public static long bytes(ModelConfig model, TrainingSettings settings, long batchTokens, long available) {
        return estimate(model, settings, batchTokens).bytes(needsToRecompute(model, settings, batchTokens, available));
    }

    private static boolean needsToRecompute(
            ModelConfig model, TrainingSettings settings, long batchTokens, long available) {
        return switch (settings.gradientCheckpointing()) {
            case ON -> true;
            case OFF -> false;
            case AUTO -> estimate(model, settings, batchTokens).recorded() > available;
        };
    }

    private static MemoryEstimate estimate(ModelConfig model, TrainingSettings settings, long batchTokens) {
        return MemoryEstimate.of(model, settings, settings.precision(), batchTokens);
    }

    private static String remedies(TrainingSettings settings, boolean recomputes) {
        var checkpointing = recomputes ? "" : "training.gradientCheckpointing auto, ";
        var dtype = settings.precision() == Precision.BFLOAT16 ? "" : "training.dtype bfloat16, ";
        return checkpointing + dtype + "training.batchTokens or training.maxLength below "
                + Math.max(settings.batchTokens(), settings.maxLength());
    }
}
