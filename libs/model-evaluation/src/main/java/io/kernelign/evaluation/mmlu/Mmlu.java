package io.kernelign.evaluation.mmlu;

import io.kernelign.evaluation.Benchmark;
import io.kernelign.evaluation.ChoiceQuestion;
import io.kernelign.evaluation.MeanValue;
import io.kernelign.evaluation.Metric;
import io.kernelign.evaluation.Prompt;
import io.kernelign.evaluation.Question;
import io.kernelign.evaluation.file.BenchmarkFolder;
import io.kernelign.evaluation.file.CsvRows;
import io.kernelign.evaluation.file.Row;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * MMLU without examples, its prompts as the authors' evaluation writes them: the likeliest of four letters is the answer, and
 * the figure is the share of all questions. Reads {@code test/SUBJECT_test.csv}, which have no header.
 */
public final class Mmlu implements Benchmark {

    private static final Pattern FILE = Pattern.compile("(\\w+)_test\\.csv");
    private static final List<String> LETTERS = List.of("A", "B", "C", "D");
    private static final List<String> COLUMNS = List.of("question", "A", "B", "C", "D", "answer");
    private static final List<String> CHOICES =
            LETTERS.stream().map(letter -> " " + letter).toList();

    @Override
    public String name() {
        return "mmlu";
    }

    @Override
    public Metric metric() {
        return MeanValue.ACCURACY;
    }

    @Override
    public List<Question> read(Path path) throws IOException {
        var folder = new BenchmarkFolder(path);
        var questions = new ArrayList<Question>();
        for (var file : folder.files("test", FILE, "MMLU's questions, a file for each subject")) {
            var subject = file.substring("test/".length(), file.length() - "_test.csv".length());
            int number = 0;
            for (var row : CsvRows.withoutHeader(folder, file, COLUMNS)) {
                questions.add(question(subject, ++number, row));
            }
        }
        return questions;
    }

    private static ChoiceQuestion question(String subject, int number, Row row) {
        var answer = row.text("answer", LETTERS::contains, "A, B, C or D");
        var prompt = Prompt.opened(message(subject, row), "Answer:");
        return new ChoiceQuestion(subject + "/" + number, subject, prompt, CHOICES, LETTERS.indexOf(answer));
    }

    /** The authors' heading has two spaces before the subject. */
    private static String message(String subject, Row row) {
        var message = new StringBuilder("The following are multiple choice questions (with answers) about  ")
                .append(subject.replace('_', ' '))
                .append(".\n\n")
                .append(row.text("question"));
        LETTERS.forEach(
                letter -> message.append("\n").append(letter).append(". ").append(row.text(letter)));
        return message.toString();
    }
}
