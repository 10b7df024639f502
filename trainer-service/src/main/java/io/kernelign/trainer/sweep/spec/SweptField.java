package io.kernelign.trainer.sweep.spec;

import io.kernelign.search.Axis;
import io.kernelign.search.Choice;
import io.kernelign.search.Dimension;
import io.kernelign.search.Range;
import io.kernelign.search.Scale;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** A field of a job that a sweep varies; {@link SweptFieldType} declares it. */
public sealed interface SweptField {

    /** Its path in a job, dotted. */
    String field();

    /** What a search knows of it. */
    Dimension dimension();

    /** The levels that a grid has of it; empty where the spec does not say. */
    Optional<Axis> axis();

    /** What a coordinate of the dimension puts into the field. */
    Object value(double coordinate);

    /** Values by which all others can be judged. */
    List<Sample> samples();

    /**
     * A value of a field.
     *
     * @param place where the spec has it: {@code values[2]}, {@code from}
     */
    record Sample(String place, Object value) {}

    /** @param values all different, at least one */
    record Listed(String field, List<Object> values) implements SweptField {

        @Override
        public Choice dimension() {
            return new Choice(values.size());
        }

        @Override
        public Optional<Axis> axis() {
            return Optional.of(Axis.of(dimension()));
        }

        @Override
        public Object value(double coordinate) {
            return values.get((int) coordinate);
        }

        @Override
        public List<Sample> samples() {
            return IntStream.range(0, values.size())
                    .mapToObj(i -> new Sample("values[" + i + "]", values.get(i)))
                    .toList();
        }
    }

    /**
     * @param whole whether only whole numbers are tried; empty until the field has been asked
     * @param points how many a grid tries
     */
    record Ranged(String field, double from, double to, Scale scale, Optional<Boolean> whole, OptionalInt points)
            implements SweptField {

        /** The same, knowing whether the field takes whole numbers only. */
        public Ranged whole(boolean onlyWhole) {
            return new Ranged(field, from, to, scale, Optional.of(onlyWhole), points);
        }

        @Override
        public Range dimension() {
            return new Range(from, to, scale, whole.orElseThrow());
        }

        @Override
        public Optional<Axis> axis() {
            if (points.isPresent()) {
                return Optional.of(Axis.of(dimension(), points.getAsInt()));
            }
            return whole.orElseThrow() ? Optional.of(Axis.ofAll(dimension())) : Optional.empty();
        }

        @Override
        public Object value(double coordinate) {
            return whole.orElseThrow() ? (Object) (long) coordinate : (Object) coordinate;
        }

        @Override
        public List<Sample> samples() {
            return List.of(new Sample("from", number(from)), new Sample("to", number(to)));
        }

        private static Object number(double value) {
            return value == Math.rint(value) ? (Object) (long) value : (Object) value;
        }
    }
}
