package io.kernelign.data.layout;

import io.kernelign.data.pair.Role;
import io.kernelign.data.pair.Turn;
import io.kernelign.data.text.Text;
import java.util.List;

/** The prompt of the Alpaca family: an instruction and perhaps an input, joined by a line feed as in LLaMA-Factory. */
final class Instruction {

    private Instruction() {}

    static Turns of(Columns row) {
        var instruction = row.at("instruction");
        var text = row.at("input")
                .textIfAny()
                .map(input -> Text.join("\n", List.of(instruction.text(), input)))
                .orElseGet(instruction::text);
        return new Turns(instruction.path(), List.of(new Turn(Role.USER, instruction.bounded(text))));
    }
}
