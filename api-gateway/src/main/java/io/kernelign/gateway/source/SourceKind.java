package io.kernelign.gateway.source;

import io.kernelign.input.InvalidInputException;

/** One kind of place that data sets can be fetched from. */
interface SourceKind {

    /** How a source of this kind begins: {@code hf:}. */
    String prefix();

    /** What is accepted, as a phrase: {@code hf:owner/name}. */
    String accepted();

    /** The property that switches it on. */
    String property();

    boolean isOn();

    /** @throws InvalidInputException when the text, which has the prefix, names no such source; its field is empty */
    DatasetSource parse(String text);
}
