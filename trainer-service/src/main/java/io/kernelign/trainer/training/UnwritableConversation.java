package io.kernelign.trainer.training;

import io.kernelign.chat.TemplateException;
import io.kernelign.chat.TemplateRefusal;
import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.trainer.spec.JobSpec;

/** A chat template and a data set that do not go together: a template that fails is the model's, one that refuses is right. */
final class UnwritableConversation {

    private UnwritableConversation() {}

    static InvalidInputException of(JobSpec spec, TemplateException e) {
        return e instanceof TemplateRefusal
                ? refused(
                        "dataset",
                        spec.dataset(),
                        "a data set whose conversations the chat template of " + spec.model() + " takes",
                        ", a conversation of which " + spec.model() + " refuses: ",
                        e)
                : refused(
                        "model",
                        spec.model(),
                        "a model whose chat template writes the conversations of " + spec.dataset() + " down",
                        ", whose chat template cannot write a conversation of " + spec.dataset() + " down: ",
                        e);
    }

    private static InvalidInputException refused(
            String field, String value, String accepted, String why, TemplateException e) {
        var error = FieldError.unacceptable(field, value, accepted);
        var message = field + " is " + error.found() + why + e.getMessage();
        return new InvalidInputException(new FieldError(field, error.found(), accepted, message));
    }
}
