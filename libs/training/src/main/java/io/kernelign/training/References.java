package io.kernelign.training;

import java.util.Optional;

/**
 * What the reference says of the pairs of a training and of those held out. It depends on the pairs and the model alone, so
 * that trainings of several objectives can share it.
 */
record References(Reference train, Reference heldOut) implements AutoCloseable {

    private static final String STATES = "reference-states.f32";
    private static final String TRUNK_STATES = "trunk-states.f32";
    private static final String HELD_OUT_TRUNK_STATES = "held-out-trunk-states.f32";
    private static final String HELD_OUT_STATES = "held-out-reference-states.f32";

    /** @param readsVocabulary whether somebody needs the whole distribution of the pairs that are trained on */
    static References of(TrainingTask task, boolean readsVocabulary) {
        var head = task.model().head();
        var folder = task.workFolder();
        return new References(
                new Reference(
                        head,
                        trunk(task, TRUNK_STATES),
                        Optional.of(folder.resolve(STATES)).filter(file -> readsVocabulary)),
                new Reference(head, trunk(task, HELD_OUT_TRUNK_STATES), Optional.of(folder.resolve(HELD_OUT_STATES))));
    }

    /** The layers that the task leaves frozen, with a file of the given name for what leaves them. */
    static Trunk trunk(TrainingTask task, String file) {
        int layers = task.training().method().firstLayer(task.model().config());
        return new Trunk(task.model(), layers, Optional.of(task.workFolder().resolve(file)));
    }

    @Override
    public void close() {
        train.close();
        heldOut.close();
    }
}
