package io.kernelign.trainer.queue;

import io.kernelign.contracts.MemoryRemedy;
import io.kernelign.input.FieldError;
import io.kernelign.service.problem.UnprocessableException;
import io.kernelign.training.memory.ByteSize;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A job that this worker has no room for, with the fields that would have to be otherwise. */
final class NoRoom {

    private static final String MODEL = "model";

    private NoRoom() {}

    /** @param spec resolved */
    static UnprocessableException of(String refusal, Map<String, Object> spec, List<MemoryRemedy> remedies) {
        var errors = remedies.stream().flatMap(remedy -> errors(remedy, spec)).toList();
        return new UnprocessableException(refusal, errors.isEmpty() ? List.of(ofModel(refusal, spec)) : errors);
    }

    private static Stream<FieldError> errors(MemoryRemedy remedy, Map<String, Object> spec) {
        var together = remedy.changes().size() == 1
                ? ""
                : ", together with the others of " + remedy.changes().keySet();
        return remedy.changes().entrySet().stream()
                .map(change -> FieldError.unacceptable(
                        change.getKey(),
                        found(spec, change.getKey()),
                        change.getValue() + ", with which the job takes " + ByteSize.text(remedy.bytes()) + together));
    }

    /** The nearest value that there is on the way to a field: a field inside "all" is not there. */
    private static Object found(Object at, String path) {
        if (path.isEmpty() || !(at instanceof Map<?, ?> object)) {
            return at;
        }
        int dot = path.indexOf('.');
        return dot < 0 ? object.get(path) : found(object.get(path.substring(0, dot)), path.substring(dot + 1));
    }

    private static FieldError ofModel(String refusal, Map<String, Object> spec) {
        var error = FieldError.unacceptable(MODEL, spec.get(MODEL), "a smaller model");
        return new FieldError(MODEL, error.found(), error.accepted(), refusal);
    }
}
