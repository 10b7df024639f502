package io.kernelign.evaluation.judge;

/** A model that judges answers: any that follows instructions, behind an interface like OpenAI's or beside us. */
@FunctionalInterface
public interface Judge {

    /** A reply is a word or two. */
    int REPLY_TOKENS = 16;

    /**
     * What it replies, as likely as can be (temperature 0), of at most {@link #REPLY_TOKENS} tokens.
     *
     * @param inquiry the only message
     */
    String reply(String inquiry);
}
