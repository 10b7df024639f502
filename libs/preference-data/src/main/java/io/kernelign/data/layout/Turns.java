package io.kernelign.data.layout;

import io.kernelign.data.defect.BadRowException;
import io.kernelign.data.defect.DefectKind;
import io.kernelign.data.pair.Message;
import io.kernelign.data.pair.Role;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Turns of a conversation and the field they come from.
 *
 * @param messages at least one
 */
record Turns(String field, List<Message> messages) {

    Role lastRole() {
        return messages.get(messages.size() - 1).role();
    }

    Turns withoutLast() {
        return new Turns(field, messages.subList(0, messages.size() - 1));
    }

    Turns last() {
        return new Turns(field, messages.subList(messages.size() - 1, messages.size()));
    }

    String roles() {
        return messages.isEmpty()
                ? "no turn"
                : messages.stream().map(message -> message.role().text()).collect(Collectors.joining(", "));
    }

    void requireUserTurn() {
        if (messages.stream().noneMatch(message -> message.role() == Role.USER)) {
            throw new BadRowException(DefectKind.NO_USER_TURN, field, "a user turn in the prompt", roles());
        }
    }

    void requireAssistantLast() {
        if (lastRole() != Role.ASSISTANT) {
            throw new BadRowException(
                    DefectKind.LAST_TURN_NOT_ASSISTANT, field, "an assistant turn at the end", roles());
        }
    }

    void requireAssistantFirst() {
        if (messages.get(0).role() != Role.ASSISTANT) {
            throw new BadRowException(
                    DefectKind.MALFORMED_FIELD, field, "a response that begins with an assistant turn", roles());
        }
    }
}
