package io.kernelign.evaluation.ifeval;

import io.kernelign.evaluation.file.BenchmarkFolder;
import io.kernelign.evaluation.file.JsonRows;
import io.kernelign.evaluation.ifeval.instruction.Instruction;
import io.kernelign.evaluation.ifeval.instruction.Instructions;
import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The authors' {@code input_data.jsonl}: each line an object with {@code key}, {@code prompt}, {@code instruction_id_list} and
 * {@code kwargs}, the arguments of each instruction. Blank lines are passed over.
 */
public final class PromptFile {

    static final String NAME = "input_data.jsonl";

    private static final String KEY = "key";
    private static final String PROMPT = "prompt";
    private static final String IDS = "instruction_id_list";
    private static final String ARGUMENTS = "kwargs";

    private PromptFile() {}

    /**
     * The prompts in their order.
     *
     * @throws InvalidInputException naming line and field, what was found and what is accepted
     */
    public static List<InstructedPrompt> read(BenchmarkFolder folder) throws IOException {
        var prompts = new ArrayList<InstructedPrompt>();
        var keys = new HashSet<Long>();
        for (var row : JsonRows.ofLines(folder, NAME)) {
            try {
                prompts.add(prompt(row.fields(), keys));
            } catch (InvalidInputException e) {
                throw row.place().holding(e);
            }
        }
        return prompts;
    }

    private static InstructedPrompt prompt(Map<String, ?> row, Set<Long> keys) {
        long key = key(row.get(KEY));
        if (!keys.add(key)) {
            throw unacceptable(KEY, key, "one that no line before has");
        }
        if (!(row.get(PROMPT) instanceof String text)) {
            throw unacceptable(PROMPT, row.get(PROMPT), "a text");
        }
        return new InstructedPrompt(key, text, instructions(row.get(IDS), row.get(ARGUMENTS)));
    }

    private static long key(Object value) {
        if (value instanceof JsonNode key && key.isIntegralNumber() && key.canConvertToLong()) {
            return key.asLong();
        }
        throw unacceptable(KEY, value, "a whole number");
    }

    private static List<Instruction> instructions(Object ids, Object arguments) {
        if (!(ids instanceof JsonNode kinds) || !kinds.isArray() || kinds.isEmpty()) {
            throw unacceptable(IDS, ids, "a list of at least one instruction");
        }
        if (!(arguments instanceof JsonNode given) || !given.isArray() || given.size() != kinds.size()) {
            throw unacceptable(ARGUMENTS, arguments, "a list of objects, one for each instruction");
        }
        var instructions = new ArrayList<Instruction>();
        for (int i = 0; i < kinds.size(); i++) {
            instructions.add(instruction(i, kinds.get(i), given.get(i)));
        }
        return instructions;
    }

    private static Instruction instruction(int index, JsonNode id, JsonNode arguments) {
        if (!id.isString() || !Instructions.IDS.contains(id.asString())) {
            throw unacceptable(IDS + "[" + index + "]", id, "one of " + String.join(", ", Instructions.IDS));
        }
        var place = ARGUMENTS + "[" + index + "]";
        if (!arguments.isObject()) {
            throw unacceptable(place, arguments, "an object");
        }
        try {
            return Instructions.of(id.asString(), arguments);
        } catch (InvalidInputException e) {
            throw e.under(place);
        }
    }

    private static InvalidInputException unacceptable(String field, Object found, String accepted) {
        return new InvalidInputException(
                found == null ? FieldError.missing(field, accepted) : FieldError.unacceptable(field, found, accepted));
    }
}
