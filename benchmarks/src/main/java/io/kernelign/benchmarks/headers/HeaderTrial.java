package io.kernelign.benchmarks.headers;

import com.sun.management.ThreadMXBean;
import io.kernelign.benchmarks.headers.HeaderFile.ReadOutside;
import io.kernelign.input.InvalidInputException;
import io.kernelign.lm.weights.Header;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What became of one file.
 *
 * @param refusal why it was refused, names and numbers left out; empty where it was accepted
 * @param flaw what the reader did that it must not do
 * @param allocationShare what was allocated on the heap, as a share of what may be
 */
record HeaderTrial(Optional<String> refusal, Optional<Flaw> flaw, double allocationShare) {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    /** What one file has and another has not: types with shapes, numbers. */
    private static final Pattern OWN = Pattern.compile("B?F[0-9]+\\[[^\\]]*]|(?<![A-Z0-9])[0-9]+");

    private static final int LONGEST_REASON = 70;

    /** What must not happen. */
    enum Flaw {
        CRASH,
        READ_OUTSIDE,
        ALLOCATION
    }

    static HeaderTrial of(HeaderFile file) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        var refusal = Optional.<String>empty();
        var flaw = Optional.<Flaw>empty();
        try {
            Header.read("x", file);
        } catch (InvalidInputException e) {
            refusal = Optional.of(reason(e));
        } catch (ReadOutside e) {
            flaw = Optional.of(Flaw.READ_OUTSIDE);
        } catch (Exception | Error e) {
            flaw = Optional.of(Flaw.CRASH);
        }
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
        if (flaw.isEmpty() && allocated > file.allocationLimit()) {
            flaw = Optional.of(Flaw.ALLOCATION);
        }
        return new HeaderTrial(refusal, flaw, (double) allocated / file.allocationLimit());
    }

    private static String reason(InvalidInputException refused) {
        var accepted = OWN.matcher(refused.errors().get(0).accepted()).replaceAll("..");
        return accepted.substring(0, Math.min(accepted.length(), LONGEST_REASON));
    }
}
