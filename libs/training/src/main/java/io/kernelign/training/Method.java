package io.kernelign.training;

import io.kernelign.input.InvalidInputException;
import io.kernelign.lm.config.ModelConfig;
import io.kernelign.lm.lora.LoraSettings;
import io.kernelign.lm.lora.LoraTensors;
import java.util.Optional;
import java.util.Set;

/** What of a model is trained. */
public sealed interface Method {

    /** Numbers that training changes. */
    long parameters(ModelConfig model);

    /** The first layer that training changes; what enters it is the same from beginning to end. */
    int firstLayer(ModelConfig model);

    /**
     * A low-rank adapter; the model itself is frozen.
     *
     * @param from name of the adapter that it starts from; empty for a fresh one
     */
    record LowRank(LoraSettings lora, Optional<String> from) implements Method {

        @Override
        public long parameters(ModelConfig model) {
            return LoraTensors.parameters(model, lora);
        }

        @Override
        public int firstLayer(ModelConfig model) {
            return lora.firstLayer(model);
        }

        /**
         * The same with what the adapter settles that it starts from: all but the dropout, which is the adapter's only
         * where nobody asked for another.
         *
         * @param adapter settings on the targets and layers of the model
         * @param given names of the fields that the user wrote
         * @throws InvalidInputException naming every field that was given and contradicts the adapter
         */
        public LowRank startingFrom(LoraSettings adapter, Set<String> given, ModelConfig model) {
            return new LowRank(LoraFields.settled(lora, adapter, given, model), from);
        }
    }

    /** All weights. */
    record Full() implements Method {

        @Override
        public long parameters(ModelConfig model) {
            return model.parameters();
        }

        @Override
        public int firstLayer(ModelConfig model) {
            return 0;
        }
    }
}
