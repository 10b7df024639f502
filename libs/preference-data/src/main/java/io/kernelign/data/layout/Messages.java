package io.kernelign.data.layout;

import io.kernelign.data.defect.BadRowException;
import io.kernelign.data.defect.DefectKind;
import io.kernelign.data.pair.Role;
import io.kernelign.data.pair.Turn;
import io.kernelign.data.text.Text;
import java.util.List;

/** Reads turns of a conversation out of whatever a cell holds. Every method throws {@link BadRowException}. */
final class Messages {

    private static final String LIST = "a list of messages {role, content}";
    private static final List<String> CALLS = List.of("tool_calls", "function_call");

    private Messages() {}

    /** A list of messages, or a single one. */
    static Turns list(Cell cell) {
        return list(cell, LIST);
    }

    /** A list of messages, or one text that stands for a single message of that role. */
    static Turns listOrText(Cell cell, Role role) {
        return cell.isText() ? Turns.text(cell, role) : list(cell, "text or " + LIST);
    }

    /** A list of messages, a text of the user, or a transcript. */
    static Turns prompt(Cell cell, Transcript transcripts) {
        return cell.isText() && transcripts.opens(cell.anyText("text"))
                ? transcripts.prompt(cell, cell.longText())
                : listOrText(cell, Role.USER);
    }

    private static Turns list(Cell cell, String expected) {
        var messages = cell.isObject() ? List.of(cell) : cell.someElements(expected);
        return new Turns(cell.path(), messages.stream().map(Messages::message).toList());
    }

    private static Turn message(Cell message) {
        if (!message.isAbsent() && !message.isObject()) {
            throw message.malformed("an object with role");
        }
        var form = MessageForm.of(message);
        var role = role(form, form.speaker(message));
        for (var call : CALLS) {
            if (message.has(call) && calls(message.at(call))) {
                throw tools(message.at(call));
            }
        }
        var content = content(form.content(message));
        return new Turn(role, role == Role.SYSTEM ? content.bounded() : content.checked());
    }

    private static boolean calls(Cell call) {
        return !call.isAbsent() && (!call.isList() || !call.elements(LIST).isEmpty());
    }

    private static Role role(MessageForm form, Cell speaker) {
        speaker.require(form.acceptedRoles());
        var name = speaker.isText() ? speaker.word("text") : "";
        if (form.isTool(name)) {
            throw tools(speaker);
        }
        return form.role(name).orElseThrow(() -> speaker.bad(DefectKind.UNKNOWN_ROLE, form.acceptedRoles()));
    }

    private static BadRowException tools(Cell cell) {
        return cell.bad(DefectKind.TOOL_USE, "no use of tools, only what system, user and assistant say");
    }

    /** A text, or a list of OpenAI's content parts, whose texts are joined by line feeds. */
    private static Content content(Cell cell) {
        if (!cell.isList()) {
            return new Content(cell, cell.anyText("text"));
        }
        var parts = cell.someElements("text or a list of parts {type, text}").stream()
                .map(Messages::part)
                .toList();
        return new Content(cell, Text.join("\n", parts));
    }

    private static Text part(Cell part) {
        var type = part.at("type");
        if (!type.word("\"text\"").equals("text")) {
            throw type.malformed("\"text\"");
        }
        return part.at("text").anyText("text");
    }

    private record Content(Cell cell, Text text) {

        Text bounded() {
            return cell.bounded(text);
        }

        Text checked() {
            return cell.checked(text);
        }
    }
}
