package io.kernelign.trainer.encoding;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A model as it was when somebody looked, written {@code NAME@sha256:HEX}.
 *
 * @param digest SHA-256, in lower-case hex, of the files that its hidden states depend on; empty for whatever it is now
 */
record PinnedModel(String name, Optional<String> digest) {

    private static final Pattern PINNED = Pattern.compile("(.+)@sha256:([0-9a-f]{64})");

    static PinnedModel parse(String text) {
        var pinned = PINNED.matcher(text);
        return pinned.matches()
                ? new PinnedModel(pinned.group(1), Optional.of(pinned.group(2)))
                : new PinnedModel(text, Optional.empty());
    }

    PinnedModel at(String digest) {
        return new PinnedModel(name, Optional.of(digest));
    }

    @Override
    public String toString() {
        return digest.map(hex -> name + "@sha256:" + hex).orElse(name);
    }
}
