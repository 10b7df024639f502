package io.kernelign.embedding;

/** An encoder did not give the vectors that it was asked for; the message is a sentence for its user. */
public final class EncoderException extends RuntimeException {

    public EncoderException(String sentence) {
        super(sentence);
    }

    public EncoderException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
