package io.kernelign.torch;

import ai.djl.engine.EngineException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Memory that was asked for and was not there.
 *
 * @param place whose memory
 * @param bytes how much was asked for at once; empty where nobody said
 */
public record FailedAllocation(Place place, OptionalLong bytes) {

    /** The two memories of a process. */
    public enum Place {
        /** libtorch's, of the processor or of a GPU. */
        TENSORS,
        /** The Java machine's: its heap, and the buffers beside it. */
        JAVA
    }

    /** The words of libtorch's allocators, of the processor and of GPUs, and of C++. */
    private static final Pattern TENSORS = Pattern.compile("DefaultCPUAllocator|CUDA out of memory|std::bad_alloc");

    private static final Pattern ASKED = Pattern.compile("ried to allocate ([\\d.]+) (bytes|KiB|MiB|GiB)");
    private static final Map<String, Long> UNITS =
            Map.of("bytes", 1L, "KiB", 1L << 10, "MiB", 1L << 20, "GiB", 1L << 30);

    /** What lies behind a failure; empty where it is anything else. */
    public static Optional<FailedAllocation> behind(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> of(cause).stream())
                .findFirst();
    }

    private static Optional<FailedAllocation> of(Throwable failure) {
        if (failure instanceof OutOfMemoryError) {
            return Optional.of(new FailedAllocation(Place.JAVA, OptionalLong.empty()));
        }
        return Optional.of(String.valueOf(failure.getMessage()))
                .filter(message -> failure instanceof EngineException
                        && TENSORS.matcher(message).find())
                .map(message -> new FailedAllocation(Place.TENSORS, asked(message)));
    }

    private static OptionalLong asked(String message) {
        var asked = ASKED.matcher(message);
        return asked.find()
                ? OptionalLong.of((long) (Double.parseDouble(asked.group(1)) * UNITS.get(asked.group(2))))
                : OptionalLong.empty();
    }
}
