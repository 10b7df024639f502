package io.kernelign.data.layout;

import io.kernelign.data.defect.UnusableInputException;
import io.kernelign.data.pair.Role;
import io.kernelign.data.text.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A layout that whoever uploads describes: for each field of a pair a JSON pointer to where it stands in a row. Without a
 * prompt, chosen and rejected are whole conversations.
 */
public final class FieldMapping implements Layout {

    private static final String NAME = "mapping";
    private static final String PROMPT = "prompt";
    private static final String CHOSEN = "chosen";
    private static final String REJECTED = "rejected";
    private static final String SYSTEM = "system";
    private static final String TASK = "task";
    private static final String LABEL = "label";
    private static final String WEIGHT = "weight";
    private static final String SPLIT = "split";
    private static final List<String> REQUIRED = List.of(CHOSEN, REJECTED);
    private static final List<String> FIELDS = List.of(PROMPT, CHOSEN, REJECTED, SYSTEM, TASK, LABEL, WEIGHT, SPLIT);
    /** What {@link #parse} accepts, as a phrase. */
    public static final String ACCEPTED = "a JSON object of JSON pointers (\"/a/0/b\") for " + CHOSEN + ", " + REJECTED
            + " and any of prompt, system, task, label, weight, split";

    private final Map<String, JsonPointer> pointers;

    private FieldMapping(Map<String, JsonPointer> pointers) {
        this.pointers = pointers;
    }

    /**
     * Reads a mapping such as {@code {"prompt": "/q", "chosen": "/answers/0", "rejected": "/answers/1"}}.
     *
     * @throws UnusableInputException it is none
     */
    public static FieldMapping parse(String json) {
        var pointers = new LinkedHashMap<String, JsonPointer>();
        object(json).properties().forEach(field -> {
            var value = field.getValue();
            if (!FIELDS.contains(field.getKey())) {
                throw new UnusableInputException(NAME, "with a field " + field.getKey(), ACCEPTED);
            }
            if (!value.isString() || !value.stringValue().startsWith("/")) {
                throw new UnusableInputException(
                        NAME + "." + field.getKey(), value.toString(), "a JSON pointer (\"/a/0/b\")");
            }
            pointers.put(field.getKey(), JsonPointer.compile(value.stringValue()));
        });
        for (var field : REQUIRED) {
            if (!pointers.containsKey(field)) {
                throw new UnusableInputException(NAME, "without " + field, ACCEPTED);
            }
        }
        return new FieldMapping(pointers);
    }

    private static ObjectNode object(String json) {
        try {
            if (JsonMapper.shared().readTree(json) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            throw new UnusableInputException(NAME, json, ACCEPTED);
        }
        throw new UnusableInputException(NAME, json, ACCEPTED);
    }

    @Override
    public String name() {
        return NAME;
    }

    /** {@code prompt=/q, chosen=/answers/0, rejected=/answers/1}. */
    @Override
    public String toString() {
        return String.join(
                ", ",
                pointers.entrySet().stream()
                        .map(field -> field.getKey() + "=" + field.getValue())
                        .toList());
    }

    @Override
    public RowReader reader(LayoutOptions options) {
        return (row, found) -> found.pair(row.origin(cell(row, SPLIT)), pair(row));
    }

    private PairDraft pair(Columns row) {
        var pair = pointers.containsKey(PROMPT) ? explicit(row) : implicit(row);
        return pair.annotated(cell(row, TASK), cell(row, LABEL), cell(row, WEIGHT));
    }

    private PairDraft explicit(Columns row) {
        return PairDraft.of(
                Messages.prompt(cell(row, PROMPT), Transcript.ANTHROPIC).after(system(row)),
                Messages.listOrText(cell(row, CHOSEN), Role.ASSISTANT),
                Messages.listOrText(cell(row, REJECTED), Role.ASSISTANT));
    }

    private PairDraft implicit(Columns row) {
        return SharedPrefix.pair(
                conversation(cell(row, CHOSEN)).after(system(row)),
                conversation(cell(row, REJECTED)).after(system(row)));
    }

    private static Turns conversation(Cell cell) {
        return cell.isText() ? Transcript.ANTHROPIC.turns(cell) : Messages.list(cell);
    }

    private Optional<Text> system(Columns row) {
        return cell(row, SYSTEM).textIfAny();
    }

    private Cell cell(Columns row, String field) {
        return pointers.containsKey(field) ? row.at(pointers.get(field)) : row.nothing();
    }
}
