package io.kernelign.evaluation.ifeval;

import io.kernelign.evaluation.Benchmark;
import io.kernelign.evaluation.Decoding;
import io.kernelign.evaluation.MeanValue;
import io.kernelign.evaluation.Metric;
import io.kernelign.evaluation.Prompt;
import io.kernelign.evaluation.Question;
import io.kernelign.evaluation.Verdict;
import io.kernelign.evaluation.WrittenQuestion;
import io.kernelign.evaluation.file.BenchmarkFolder;
import io.kernelign.evaluation.ifeval.instruction.Instruction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * IFEval beside the other benchmarks: the figure is the share of prompts of which all instructions are followed, loosely; what
 * is extracted are the kinds of those that are not. Reads {@code input_data.jsonl}.
 */
public final class IfEval implements Benchmark {

    private static final Decoding DECODING = Decoding.upTo(2048);

    @Override
    public String name() {
        return "ifeval";
    }

    @Override
    public Metric metric() {
        return new MeanValue("loose accuracy of prompts", true);
    }

    @Override
    public List<Question> read(Path folder) throws IOException {
        return PromptFile.read(new BenchmarkFolder(folder)).stream()
                .map(IfEval::question)
                .toList();
    }

    private static Question question(InstructedPrompt prompt) {
        return new WrittenQuestion(
                Long.toString(prompt.key()),
                "prompts",
                Prompt.of(prompt.text()),
                DECODING,
                response -> verdict(prompt, response));
    }

    private static Verdict verdict(InstructedPrompt prompt, String response) {
        var missed = prompt.instructions().stream()
                .filter(instruction -> !Criterion.LOOSE.follows(instruction.check(), response))
                .map(Instruction::id)
                .collect(Collectors.joining(", "));
        return Verdict.of(missed.isEmpty(), missed);
    }
}
