package io.kernelign.service.problem;

import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** A disk or a quota that is full, for which Java has no type. */
public final class FullDisk {

    private FullDisk() {}

    /** Whether that is what a failure came from. */
    public static boolean is(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException && saysSo(String.valueOf(cause.getMessage()))) {
                return true;
            }
        }
        return false;
    }

    /** The words of ENOSPC and EDQUOT. */
    private static boolean saysSo(String message) {
        return message.contains("No space left on device") || message.contains("Disk quota exceeded");
    }

    public static ProblemDetail problem() {
        return Problems.of(HttpStatus.INSUFFICIENT_STORAGE, "No room is left on our disks for this; try again later.");
    }
}
