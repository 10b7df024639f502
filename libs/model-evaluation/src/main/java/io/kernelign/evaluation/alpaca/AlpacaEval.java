package io.kernelign.evaluation.alpaca;

import io.kernelign.evaluation.Benchmark;
import io.kernelign.evaluation.Decoding;
import io.kernelign.evaluation.MeanValue;
import io.kernelign.evaluation.Metric;
import io.kernelign.evaluation.Prompt;
import io.kernelign.evaluation.Question;
import io.kernelign.evaluation.WrittenQuestion;
import io.kernelign.evaluation.file.BenchmarkFolder;
import io.kernelign.evaluation.file.JsonRows;
import io.kernelign.evaluation.file.Row;
import io.kernelign.evaluation.judge.Judge;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * AlpacaEval: a judge compares each answer with the reference model's, and the figure is the share of those preferred, a draw
 * counting 1/2. Judges like long answers: read it beside {@link io.kernelign.evaluation.Score#meanCharacters}. Reads
 * {@code REFERENCE/model_outputs.json}.
 */
public final class AlpacaEval implements Benchmark {

    private static final Decoding DECODING = Decoding.upTo(8192);

    private final String name;
    private final String reference;
    private final PairJudge judge;

    private AlpacaEval(String name, String reference, Judge judge) {
        this.name = name;
        this.reference = reference;
        this.judge = new PairJudge(judge);
    }

    /** AlpacaEval 1, whose reference is text_davinci_003. */
    public static AlpacaEval first(Judge judge) {
        return new AlpacaEval("alpaca_eval_1", "text_davinci_003", judge);
    }

    /** AlpacaEval 2, whose reference is gpt4_1106_preview; without its correction for length. */
    public static AlpacaEval second(Judge judge) {
        return new AlpacaEval("alpaca_eval_2", "gpt4_1106_preview", judge);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Metric metric() {
        return new MeanValue("win rate", true);
    }

    @Override
    public List<Question> read(Path path) throws IOException {
        var folder = new BenchmarkFolder(path);
        var questions = new ArrayList<Question>();
        for (var row : JsonRows.ofList(folder, reference + "/model_outputs.json", "")) {
            questions.add(question(questions.size() + 1, row));
        }
        return questions;
    }

    private WrittenQuestion question(int number, Row row) {
        var instruction = row.text("instruction");
        var output = row.text("output", text -> true, "a text"); // text_davinci_003 said nothing twice
        return new WrittenQuestion(
                "eval/" + number,
                row.text("dataset"),
                Prompt.of(instruction),
                DECODING,
                answer -> judge.prefer(instruction, answer, output));
    }
}
