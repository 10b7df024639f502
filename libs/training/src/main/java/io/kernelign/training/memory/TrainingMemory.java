package io.kernelign.training.memory;

import io.kernelign.lm.config.ModelConfig;
import io.kernelign.lm.config.RopeConfig;
import io.kernelign.objective.embedding.SemanticMargin;
import io.kernelign.torch.Allocator;
import io.kernelign.training.Method;
import io.kernelign.training.TrainingSettings;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Adds up what a training takes. Some of it is there from beginning to end; of the rest, each kind of work has its own:
 * evaluating, a step, fitting spectra. The peak is the moment of the one that takes most.
 */
final class TrainingMemory {

    private final TrainingShape shape;
    private final ModelConfig model;
    private final TrainingSettings settings;
    private final long process;
    private final LayerActivations layers;
    private final HeadActivations head;
    private final WeightBytes weights;
    private final List<BatchShape> train;
    private final List<BatchShape> heldOut;

    /** A layer of each kind among those that backward goes through, and how many there are of it. */
    private final Map<Integer, Long> learning;

    /** A layer of each kind. */
    private final Collection<Integer> every;

    /** @param process bytes that this process takes whatever it trains */
    TrainingMemory(TrainingShape shape, long process) {
        this.shape = shape;
        this.process = process;
        model = shape.model();
        settings = shape.settings();
        layers = new LayerActivations(model, settings.method(), shape.precision());
        head = new HeadActivations(model, shape.precision(), shape.readsVocabulary());
        weights = new WeightBytes(model, settings.method(), shape.precision());
        train = shape.workload().trainBatches(settings);
        heldOut = shape.workload().heldOutBatches(settings);
        learning = kinds(shape.trunkLayers());
        every = kinds(0).keySet();
    }

    private Map<Integer, Long> kinds(int from) {
        var alike = IntStream.range(from, model.layers().size())
                .boxed()
                .collect(Collectors.groupingBy(layers::kind, LinkedHashMap::new, Collectors.toList()));
        return alike.values().stream().collect(Collectors.toMap(same -> same.get(0), same -> (long) same.size()));
    }

    /** @param recomputes whether backward computes each layer again */
    MemoryEstimate estimate(boolean recomputes) {
        var moments = moments(recomputes).toList();
        var peak = moments.stream().max(Comparator.comparingLong(Moment::bytes)).orElseThrow();
        long freed = FreedMemory.bytes(
                Allocator.current(),
                peak,
                moments.stream().mapToLong(Moment::layersBytes).max().orElse(0),
                moments.stream().mapToLong(Moment::headBytes).max().orElse(0),
                recomputes ? learned() : 0);
        var terms = Stream.of(lasting(), peak.terms(), List.of(new Term(Part.FREED, freed)))
                .flatMap(List::stream)
                .filter(term -> term.bytes() > 0)
                .toList();
        return new MemoryEstimate(terms, new WorkFiles(shape, train, heldOut).bytes());
    }

    private List<Term> lasting() {
        return List.of(
                new Term(Part.PROCESS, process),
                new Term(Part.WEIGHTS, weights.base()),
                new Term(Part.HEAD_COPY, weights.headCopy()),
                new Term(Part.WIDENED, weights.widened()),
                new Term(Part.TRAINED, learned()),
                new Term(Part.GRADIENTS, learned()),
                new Term(Part.MOMENTS, 2 * learned()));
    }

    /** Of all that learns, one number each. */
    private long learned() {
        return Float.BYTES * settings.method().parameters(model);
    }

    private Stream<Moment> moments(boolean recomputes) {
        return Stream.of(
                        Stream.of(Moment.ofLayers(new Term(Part.SPECTRUM, weights.fitting()))),
                        Stream.of(Moment.ofLayers(new Term(Part.SEMANTICS, semantics()))),
                        heldOut.stream().flatMap(batch -> reading(batch, head.ofBoth(batch))),
                        train.stream().flatMap(batch -> reading(batch, head.inStep(batch))),
                        train.stream().flatMap(batch -> step(batch, recomputes)))
                .flatMap(moments -> moments);
    }

    /**
     * Forward alone, as in an evaluation and when the reference is asked.
     *
     * @param logits that follow
     */
    private Stream<Moment> reading(BatchShape batch, long logits) {
        long entering = layers.stream(batch.tokens()) + rotations(batch);
        long computing = largest(every, layer -> layers.computing(batch, layer));
        long states = entering + layers.stream(batch.tokens()) + 2 * head.states(batch);
        return Stream.of(
                Moment.ofLayers(new Term(Part.EVALUATION, entering + computing)),
                new Moment(List.of(new Term(Part.STATES, states)), List.of(new Term(Part.LOGITS, logits))));
    }

    /** The moments of a step that can be its peak. */
    private Stream<Moment> step(BatchShape batch, boolean recomputes) {
        var kept = recomputes
                ? new Term(Part.LAYER_INPUTS, learningLayers() * layers.stream(batch.tokens()))
                : new Term(Part.ACTIVATIONS, kept(batch));
        var states = new Term(Part.STATES, states(batch));
        var left = recomputes ? List.of(kept, states) : List.of(states);
        return Stream.of(
                new Moment(List.of(kept, states), List.of(new Term(Part.LOGITS, head.inStep(batch)))),
                Moment.ofLayers(kept, states, new Term(Part.BACKWARD, backward(batch, recomputes))),
                new Moment(left, List.of(new Term(Part.HEAD_GRADIENT, headGradient(batch)))));
    }

    private long kept(BatchShape batch) {
        return learning.entrySet().stream()
                .mapToLong(kind -> kind.getValue() * layers.kept(batch, kind.getKey()))
                .sum();
    }

    /**
     * What leaves the last layer, before and after its norm, what the head keeps of it, what a semantic signal pools of it,
     * and the tables of the rotation.
     */
    private long states(BatchShape batch) {
        long streams = shape.poolsStates() ? 3 : 2;
        return streams * layers.stream(batch.tokens()) + head.kept(batch) + rotations(batch);
    }

    /** The embeddings that a signal is fitted to, apart, together and at unit length, and their covariance. */
    private long semantics() {
        if (!shape.hasSemantics()) {
            return 0;
        }
        long pairs = Math.min(shape.workload().trainPairs(), SemanticMargin.FITTED_PAIRS);
        long width = model.hiddenSize();
        return 3 * 3 * pairs * width * Float.BYTES + 3 * width * width * Double.BYTES;
    }

    /** Angles, and their cosines and sines at double width. */
    private long rotations(BatchShape batch) {
        return model.ropes().stream()
                .mapToLong(RopeConfig::width)
                .map(width -> batch.tokens() * (width / 2 + 3 * width) * Float.BYTES)
                .sum();
    }

    private long backward(BatchShape batch, boolean recomputes) {
        return weights.learning()
                + largest(
                        learning.keySet(),
                        layer -> (recomputes ? layers.kept(batch, layer) : 0) + layers.differentiating(batch, layer));
    }

    private static long largest(Collection<Integer> layers, ToLongFunction<Integer> bytes) {
        return layers.stream().mapToLong(bytes).max().orElse(0);
    }

    private long headGradient(BatchShape batch) {
        return settings.method() instanceof Method.Full ? head.gradient(batch) : 0;
    }

    private long learningLayers() {
        return learning.values().stream().mapToLong(Long::longValue).sum();
    }
}
