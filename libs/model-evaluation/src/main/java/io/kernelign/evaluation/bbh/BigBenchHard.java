package io.kernelign.evaluation.bbh;

import io.kernelign.evaluation.Benchmark;
import io.kernelign.evaluation.Decoding;
import io.kernelign.evaluation.MeanOfGroups;
import io.kernelign.evaluation.Metric;
import io.kernelign.evaluation.Prompt;
import io.kernelign.evaluation.Question;
import io.kernelign.evaluation.Verdict;
import io.kernelign.evaluation.WrittenQuestion;
import io.kernelign.evaluation.file.BenchmarkFolder;
import io.kernelign.evaluation.file.JsonRows;
import io.kernelign.evaluation.file.Row;
import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * BIG-Bench Hard with the authors' three worked examples for each task: an answer is right that equals the target but for
 * case, and the figure is the mean of the tasks' shares. Reads {@code bbh/TASK.json} and {@code cot-prompts/TASK.txt}.
 */
public final class BigBenchHard implements Benchmark {

    private static final Pattern TASK = Pattern.compile("\\w+\\.json");
    private static final Decoding DECODING = new Decoding(1024, List.of("\n\nQ:"));
    private static final String WARNING_ENDS = "-----\n";

    @Override
    public String name() {
        return "bbh";
    }

    @Override
    public Metric metric() {
        return new MeanOfGroups("mean accuracy of tasks", true);
    }

    @Override
    public List<Question> read(Path path) throws IOException {
        var folder = new BenchmarkFolder(path);
        var questions = new ArrayList<Question>();
        for (var file : folder.files("bbh", TASK, "BIG-Bench Hard's questions, a file for each task")) {
            var task = file.substring("bbh/".length(), file.length() - ".json".length());
            var examples = examples(folder, "cot-prompts/" + task + ".txt");
            int number = 0;
            for (var row : JsonRows.ofList(folder, file, "examples")) {
                questions.add(question(task, ++number, row, examples));
            }
        }
        return questions;
    }

    /** Without the two lines that warn of training on them. */
    private static String examples(BenchmarkFolder folder, String file) throws IOException {
        var text = folder.text(file).replace("\r\n", "\n");
        int warning = text.indexOf(WARNING_ENDS);
        if (warning < 0) {
            throw new InvalidInputException(FieldError.unacceptable(
                    file, text, "a prompt of BIG-Bench Hard, whose second line is " + WARNING_ENDS.strip()));
        }
        return text.substring(warning + WARNING_ENDS.length()).strip();
    }

    private static WrittenQuestion question(String task, int number, Row row, String examples) {
        var target = row.text("target").strip();
        return new WrittenQuestion(
                task + "/" + number,
                task,
                Prompt.opened(examples + "\n\nQ: " + row.text("input"), "A: Let's think step by step."),
                DECODING,
                answer -> {
                    var said = FinalAnswer.of(answer);
                    return Verdict.of(said.equalsIgnoreCase(target), said);
                });
    }
}
