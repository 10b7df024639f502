package io.kernelign.training;

/** This model and this data cannot be trained on as they are; the message says why in a sentence. */
public final class UntrainableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public UntrainableException(String sentence) {
        super(sentence);
    }

    public UntrainableException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
