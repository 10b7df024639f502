package io.kernelign.training.memory;

import io.kernelign.torch.FailedAllocation;
import io.kernelign.torch.FailedAllocation.Place;
import io.kernelign.training.GradientCheckpointing;
import io.kernelign.training.TrainingSettings;
import io.kernelign.training.UntrainableException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** How a training fits into the memory that there is. */
public final class MemoryPlan {

    private static final int SHOWN = 3;

    private final TrainingShape shape;
    private final long available;
    private final long process;
    private final boolean recomputes;
    private final MemoryEstimate estimate;

    /**
     * @param available bytes that this process can have in all
     * @param process bytes that it takes whatever it trains
     */
    MemoryPlan(TrainingShape shape, long available, long process) {
        this.shape = shape;
        this.available = available;
        this.process = process;
        recomputes = recomputes(shape);
        estimate = estimate(shape, recomputes);
    }

    /** As things are now. */
    public static MemoryPlan of(TrainingShape shape, long available) {
        return new MemoryPlan(shape, available, ProcessMemory.bytes());
    }

    /** What the machine, or its container, leaves this process in all; boundless where nobody says. */
    public static long availableHere() {
        return AvailableMemory.bytes().orElse(Long.MAX_VALUE);
    }

    private boolean recomputes(TrainingShape of) {
        return switch (of.settings().gradientCheckpointing()) {
            case ON -> true;
            case OFF -> false;
            case AUTO -> estimate(of, false).bytes() > available;
        };
    }

    private MemoryEstimate estimate(TrainingShape of, boolean again) {
        return new TrainingMemory(of, process).estimate(again);
    }

    private long bytes(TrainingShape of) {
        return estimate(of, recomputes(of)).bytes();
    }

    /** Whether backward computes each layer again; where that may be decided, only if the training would not fit otherwise. */
    public boolean recomputes() {
        return recomputes;
    }

    public MemoryEstimate estimate() {
        return estimate;
    }

    /** Bytes that this process can have in all. */
    public long available() {
        return available;
    }

    /** Bytes that it takes at its peak beside what the process takes. */
    public long besideProcess() {
        return estimate.bytes() - process;
    }

    public boolean fits() {
        return estimate.bytes() <= available;
    }

    /** What would make it fit, each change estimated; empty where nothing would. */
    public List<Remedy> remedies() {
        return new Remedies(shape, this::bytes, available, GradientCheckpointing.AUTO).found();
    }

    /**
     * The settings with {@code gradientCheckpointing} decided.
     *
     * @throws UntrainableException if the training does not fit, with what it needs and what would make it fit
     */
    public TrainingSettings decided() {
        if (!fits()) {
            throw new UntrainableException(refusal());
        }
        return shape.settings().recomputing(recomputes);
    }

    /** In a sentence, what it needs, what there is, and what would make it fit. */
    public String refusal() {
        return "training needs " + ByteSize.text(estimate.bytes()) + " of memory (" + largest(estimate)
                + ") and there are " + ByteSize.text(available) + "; " + told("it fits with ", remedies());
    }

    /**
     * What is to be said of a training that fitted by its estimate and yet ran out of memory.
     *
     * @param failed what it asked for at last
     */
    public UntrainableException exhausted(FailedAllocation failed, Throwable cause) {
        return new UntrainableException("out of memory: " + exhausted(failed), cause);
    }

    private String exhausted(FailedAllocation failed) {
        if (failed.place() == Place.JAVA) {
            return "the Java heap, which may take "
                    + ByteSize.text(Runtime.getRuntime().maxMemory()) + ", is full; -Xmx gives it more";
        }
        var started = shape.with(shape.settings().recomputing(recomputes));
        var asked = failed.bytes().isPresent()
                ? "there were no " + ByteSize.text(failed.bytes().getAsLong()) + " for one more tensor; "
                : "";
        var less = new Remedies(started, this::bytes, estimate.bytes() - 1, GradientCheckpointing.ON).found();
        return asked + "training needs " + ByteSize.text(estimate.bytes()) + " (" + largest(estimate) + "); "
                + told("it needs less with ", less);
    }

    private static String largest(MemoryEstimate estimate) {
        return estimate.terms().stream()
                .sorted(Comparator.comparingLong(Term::bytes).reversed())
                .limit(SHOWN)
                .map(term -> term.part().text() + " " + ByteSize.text(term.bytes()))
                .collect(Collectors.joining(", "));
    }

    private static String told(String beginning, List<Remedy> remedies) {
        return remedies.isEmpty()
                ? "no setting of this training would make it fit"
                : remedies.stream().map(Remedy::toString).collect(Collectors.joining("; or ", beginning, ""));
    }
}
