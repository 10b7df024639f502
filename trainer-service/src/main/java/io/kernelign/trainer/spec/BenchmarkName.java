package io.kernelign.trainer.spec;

import io.kernelign.evaluation.Benchmark;
import io.kernelign.evaluation.Metric;
import io.kernelign.evaluation.alpaca.AlpacaEval;
import io.kernelign.evaluation.bbh.BigBenchHard;
import io.kernelign.evaluation.gsm8k.Gsm8k;
import io.kernelign.evaluation.ifeval.IfEval;
import io.kernelign.evaluation.judge.Judge;
import io.kernelign.evaluation.mmlu.Mmlu;
import io.kernelign.evaluation.toxigen.ToxiGen;
import io.kernelign.evaluation.xstest.XsTest;
import io.kernelign.input.Types;
import java.util.Optional;
import java.util.function.Function;

/** The benchmarks there are. */
public enum BenchmarkName {
    MMLU(Judged.NEVER, judge -> new Mmlu()),
    GSM8K(Judged.NEVER, judge -> new Gsm8k()),
    BBH(Judged.NEVER, judge -> new BigBenchHard()),
    IFEVAL(Judged.NEVER, judge -> new IfEval()),
    XSTEST(Judged.MAYBE, judge -> judge.map(XsTest::byJudge).orElseGet(XsTest::byRules)),
    TOXIGEN(Judged.ALWAYS, judge -> ToxiGen.byJudge(judge.orElseThrow())),
    ALPACA_EVAL_1(Judged.ALWAYS, judge -> AlpacaEval.first(judge.orElseThrow())),
    ALPACA_EVAL_2(Judged.ALWAYS, judge -> AlpacaEval.second(judge.orElseThrow()));

    /** Whether another model judges the answers. */
    enum Judged {
        NEVER,
        MAYBE,
        ALWAYS
    }

    private final Judged judged;
    private final Function<Optional<Judge>, Benchmark> make;

    BenchmarkName(Judged judged, Function<Optional<Judge>, Benchmark> make) {
        this.judged = judged;
        this.make = make;
    }

    Judged judged() {
        return judged;
    }

    /** As it stands in JSON. */
    public String json() {
        return Types.nameOf(this);
    }

    /** The folder with its files, unless somebody says otherwise. */
    String folder() {
        return this == ALPACA_EVAL_1 || this == ALPACA_EVAL_2 ? "alpaca_eval" : json();
    }

    /** Whether its answers are texts that the model writes. */
    boolean isWritten() {
        return this != MMLU;
    }

    /** What its figure is. */
    public Metric metric() {
        return unjudged().metric();
    }

    /** To look at its questions and its figure; nothing that needs a judge can be judged. */
    public Benchmark unjudged() {
        Judge silent = inquiry -> {
            throw new IllegalStateException("nobody judges");
        };
        return judgedBy(judged == Judged.ALWAYS ? Optional.of(silent) : Optional.empty());
    }

    /** @param judge present where the answers are always judged, empty where they never are */
    public Benchmark judgedBy(Optional<Judge> judge) {
        return make.apply(judge);
    }
}
