package io.kernelign.fetch;

import java.io.IOException;

/** A server does not go on where an earlier try has ended: what there is must be thrown away. */
public final class CannotResumeException extends IOException {

    public CannotResumeException(RemoteFile file) {
        super(file + " cannot be resumed");
    }
}
