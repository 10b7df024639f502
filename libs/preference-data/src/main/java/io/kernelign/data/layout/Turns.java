package io.kernelign.data.layout;

import io.kernelign.data.defect.BadRowException;
import io.kernelign.data.defect.DefectKind;
import io.kernelign.data.pair.Role;
import io.kernelign.data.pair.Turn;
import io.kernelign.data.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Turns of a conversation and the field they come from.
 *
 * @param turns at least one
 */
record Turns(String field, List<Turn> turns) {

    /** One turn that says the text of a cell, which is not blank. */
    static Turns text(Cell cell, Role role) {
        return new Turns(cell.path(), List.of(new Turn(role, cell.text())));
    }

    static Turns user(Cell cell) {
        return text(cell, Role.USER);
    }

    static Turns assistant(Cell cell) {
        return text(cell, Role.ASSISTANT);
    }

    /** These turns after a system turn, if there is a text for one. */
    Turns after(Optional<Text> system) {
        if (system.isEmpty()) {
            return this;
        }
        var all = new ArrayList<Turn>();
        all.add(new Turn(Role.SYSTEM, system.get()));
        all.addAll(turns);
        return new Turns(field, List.copyOf(all));
    }

    boolean beginsWith(Role role) {
        return turns.get(0).role() == role;
    }

    Role lastRole() {
        return turns.get(turns.size() - 1).role();
    }

    Turns first(int count) {
        return new Turns(field, turns.subList(0, count));
    }

    Turns from(int index) {
        return new Turns(field, turns.subList(index, turns.size()));
    }

    Turns withoutLast() {
        return first(turns.size() - 1);
    }

    Turns last() {
        return from(turns.size() - 1);
    }

    String roles() {
        return turns.isEmpty()
                ? "no turn"
                : turns.stream().map(turn -> turn.role().text()).collect(Collectors.joining(", "));
    }

    void requireUserTurn() {
        for (var turn : turns) {
            if (turn.role() == Role.USER) {
                return;
            }
        }
        throw new BadRowException(DefectKind.NO_USER_TURN, field, "a user turn in the prompt", roles());
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
