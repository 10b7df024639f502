package io.kernelign.lm.lora;

import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/** Which decoder layers get an adapter; they are numbered from 0, the first that a token passes. */
public sealed interface LayerSelection {

    LayerSelection ALL = new All();

    /**
     * The selected numbers among so many layers, ascending.
     *
     * @throws InvalidInputException naming what the model has not, relative to the selection, and what it has
     */
    List<Integer> of(int layers);

    /** The selection of exactly these layers of so many. */
    static LayerSelection exactly(Collection<Integer> numbers, int layers) {
        return numbers.size() == layers
                ? ALL
                : new Listed(numbers.stream().sorted().toList());
    }

    /** Every layer. */
    record All() implements LayerSelection {
        @Override
        public List<Integer> of(int layers) {
            return IntStream.range(0, layers).boxed().toList();
        }
    }

    /** The last so many; what enters the lowest of them never changes in training. */
    record Top(int count) implements LayerSelection {
        @Override
        public List<Integer> of(int layers) {
            if (count > layers) {
                throw new InvalidInputException(FieldError.unacceptable(
                        "top", count, "a whole number from 1 to " + layers + ", the model's number of layers"));
            }
            return IntStream.range(layers - count, layers).boxed().toList();
        }
    }

    /** Those of these numbers, each once. */
    record Listed(List<Integer> numbers) implements LayerSelection {

        public Listed {
            numbers = List.copyOf(numbers);
        }

        @Override
        public List<Integer> of(int layers) {
            var errors = new ArrayList<FieldError>();
            for (int i = 0; i < numbers.size(); i++) {
                if (numbers.get(i) >= layers) {
                    var accepted = "a layer of the model, 0 to " + (layers - 1);
                    errors.add(FieldError.unacceptable("[" + i + "]", numbers.get(i), accepted));
                }
            }
            if (!errors.isEmpty()) {
                throw new InvalidInputException(errors);
            }
            return numbers.stream().sorted().toList();
        }
    }
}
