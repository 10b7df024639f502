package io.kernelign.evaluation;

/** A question that is answered by a text. */
public record WrittenQuestion(String id, String group, Prompt prompt, Decoding decoding, Scorer scorer)
        implements Question {

    /** @param answer what the model wrote after the prompt, without what the prompt opened it with */
    public Result answered(String answer) {
        return new Result(id, group, scorer.verdict(answer), answer.codePointCount(0, answer.length()));
    }
}
