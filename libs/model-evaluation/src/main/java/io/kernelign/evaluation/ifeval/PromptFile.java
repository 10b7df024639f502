package io.kernelign.evaluation.ifeval;

import io.kernelign.evaluation.ifeval.instruction.Instruction;
import io.kernelign.evaluation.ifeval.instruction.Instructions;
import io.kernelign.evaluation.ifeval.instruction.InvalidFieldException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The authors' {@code input_data.jsonl}: each line an object with {@code key}, {@code prompt}, {@code instruction_id_list} and
 * {@code kwargs}, the arguments of each instruction. Blank lines are passed over.
 */
public final class PromptFile {

    private PromptFile() {}

    /**
     * The prompts in their order.
     *
     * @throws InvalidFieldException naming line and field, what was found and what is accepted
     */
    public static List<Prompt> read(Path file) throws IOException {
        try (var reader = Files.newBufferedReader(file)) {
            return read(reader);
        }
    }

    /** The same of text. */
    public static List<Prompt> read(BufferedReader reader) throws IOException {
        var prompts = new ArrayList<Prompt>();
        var keys = new HashSet<Long>();
        int number = 0;
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            if (!line.isBlank()) {
                try {
                    prompts.add(prompt(line, keys));
                } catch (InvalidFieldException e) {
                    throw e.inside("line " + number + ", ");
                }
            }
        }
        return prompts;
    }

    private static Prompt prompt(String line, Set<Long> keys) {
        var row = parsed(line);
        long key = key(row.path("key"));
        if (!keys.add(key)) {
            throw new InvalidFieldException("key", Long.toString(key), "one that no line before has");
        }
        var text = row.path("prompt");
        if (!text.isString()) {
            throw InvalidFieldException.of("prompt", text, "a text");
        }
        return new Prompt(key, text.asString(), instructions(row.path("instruction_id_list"), row.path("kwargs")));
    }

    private static JsonNode parsed(String line) {
        try {
            var row = JsonMapper.shared().readTree(line);
            if (row.isObject()) {
                return row;
            }
        } catch (JacksonException e) {
            // Told as any other line that is not an object.
        }
        throw new InvalidFieldException("row", line, "a JSON object");
    }

    private static long key(JsonNode key) {
        if (!key.isIntegralNumber() || !key.canConvertToLong()) {
            throw InvalidFieldException.of("key", key, "a whole number");
        }
        return key.asLong();
    }

    private static List<Instruction> instructions(JsonNode ids, JsonNode kwargs) {
        if (!ids.isArray() || ids.isEmpty()) {
            throw InvalidFieldException.of("instruction_id_list", ids, "a list of at least one instruction");
        }
        if (!kwargs.isArray() || kwargs.size() != ids.size()) {
            throw InvalidFieldException.of("kwargs", kwargs, "a list of objects, one for each instruction");
        }
        var instructions = new ArrayList<Instruction>();
        for (int i = 0; i < ids.size(); i++) {
            instructions.add(instruction(i, ids.get(i), kwargs.get(i)));
        }
        return instructions;
    }

    private static Instruction instruction(int index, JsonNode id, JsonNode arguments) {
        if (!id.isString() || !Instructions.IDS.contains(id.asString())) {
            var accepted = "one of " + String.join(", ", Instructions.IDS);
            throw InvalidFieldException.of("instruction_id_list[" + index + "]", id, accepted);
        }
        if (!arguments.isObject()) {
            throw InvalidFieldException.of("kwargs[" + index + "]", arguments, "an object");
        }
        try {
            return Instructions.of(id.asString(), arguments);
        } catch (InvalidFieldException e) {
            throw e.inside("kwargs[" + index + "].");
        }
    }
}
