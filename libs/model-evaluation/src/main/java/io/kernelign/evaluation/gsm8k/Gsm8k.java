package io.kernelign.evaluation.gsm8k;

import io.kernelign.evaluation.Benchmark;
import io.kernelign.evaluation.Decoding;
import io.kernelign.evaluation.MeanValue;
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
import java.util.stream.Collectors;

/**
 * GSM8K with eight worked examples: the first eight of the training rows, without their marks for a calculator. The figure is
 * the share of right final numbers. Reads {@code test*.jsonl} and {@code train*.jsonl}, or either with {@code .gz}.
 */
public final class Gsm8k implements Benchmark {

    private static final Pattern TEST = Pattern.compile("test.*\\.jsonl(\\.gz)?");
    private static final Pattern TRAIN = Pattern.compile("train.*\\.jsonl(\\.gz)?");
    private static final Pattern CALCULATOR = Pattern.compile("<<[^>]*>>");
    private static final int SHOTS = 8;
    private static final Decoding DECODING = new Decoding(512, List.of("Question:"));

    @Override
    public String name() {
        return "gsm8k";
    }

    @Override
    public Metric metric() {
        return MeanValue.ACCURACY;
    }

    @Override
    public List<Question> read(Path path) throws IOException {
        var folder = new BenchmarkFolder(path);
        var examples = examples(folder);
        var questions = new ArrayList<Question>();
        for (var row : JsonRows.ofLines(folder, folder.file("", TEST, "GSM8K's test questions"))) {
            questions.add(question(questions.size() + 1, row, examples));
        }
        return questions;
    }

    private static String examples(BenchmarkFolder folder) throws IOException {
        var file = folder.file("", TRAIN, "GSM8K's training questions, of which the first " + SHOTS + " are examples");
        var rows = JsonRows.ofLines(folder, file);
        if (rows.size() < SHOTS) {
            throw new InvalidInputException(
                    FieldError.unacceptable(file, rows.size() + " rows", "at least " + SHOTS + " rows"));
        }
        return rows.stream()
                .limit(SHOTS)
                .map(row -> asked(row) + "\nAnswer: "
                        + CALCULATOR.matcher(solution(row)).replaceAll("") + "\n\n")
                .collect(Collectors.joining());
    }

    private static WrittenQuestion question(int number, Row row, String examples) {
        var right = FinalNumber.marked(solution(row)).orElseThrow();
        return new WrittenQuestion(
                "test/" + number,
                "test",
                Prompt.opened(examples + asked(row), "Answer:"),
                DECODING,
                answer -> FinalNumber.of(answer)
                        .map(said -> Verdict.of(said.equals(right), said))
                        .orElseGet(() -> Verdict.of(false, "")));
    }

    private static String asked(Row row) {
        return "Question: " + row.text("question");
    }

    private static String solution(Row row) {
        return row.text(
                "answer",
                text -> FinalNumber.marked(text).isPresent(),
                "a solution that ends in \"#### \" and a number");
    }
}
