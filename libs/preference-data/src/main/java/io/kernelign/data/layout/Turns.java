package io.kernelign.data.layout;

import io.kernelign.data.defect.BadRowException;
import io.kernelign.data.defect.DefectKind;
import io.kernelign.data.pair.Message;
import io.kernelign.data.pair.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Turns of a conversation and the field they come from.
 *
 * @param messages at least one
 */
record Turns(String field, List<Message> messages) {

    /** One turn that says the text of a cell, which is not blank. */
    static Turns text(Cell cell, Role role) {
        return new Turns(cell.path(), List.of(new Message(role, cell.text())));
    }

    static Turns user(Cell cell) {
        return text(cell, Role.USER);
    }

    static Turns assistant(Cell cell) {
        return text(cell, Role.ASSISTANT);
    }

    /** These turns after a system turn, if there is a text for one. */
    Turns after(Optional<String> system) {
        if (system.isEmpty()) {
            return this;
        }
        var all = new ArrayList<Message>();
        all.add(new Message(Role.SYSTEM, system.get()));
        all.addAll(messages);
        return new Turns(field, List.copyOf(all));
    }

    boolean beginsWith(Role role) {
        return messages.get(0).role() == role;
    }

    Role lastRole() {
        return messages.get(messages.size() - 1).role();
    }

    Turns first(int count) {
        return new Turns(field, messages.subList(0, count));
    }

    Turns from(int index) {
        return new Turns(field, messages.subList(index, messages.size()));
    }

    Turns withoutLast() {
        return first(messages.size() - 1);
    }

    Turns last() {
        return from(messages.size() - 1);
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
        if (!beginsWith(Role.ASSISTANT)) {
            throw new BadRowException(
                    DefectKind.MALFORMED_FIELD, field, "a response that begins with an assistant turn", roles());
        }
    }
}
