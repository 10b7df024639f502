package io.kernelign.standalone.demo.task;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * The task that follows from a seed. No question stands in two of its three parts.
 *
 * @param corpus what the base model is pre-trained on: both manners, mirroring the visitor's tone
 * @param pairs the preference data set
 * @param exam questions for greedy answers, seen neither in pre-training nor in alignment
 */
public record DemoTask(List<Exchange> corpus, List<DemoPair> pairs, List<Question> exam) {

    /** The seed of the data and of the model that come with the program. */
    public static final long SEED = 7;

    private static final int PAIRS = 800;
    private static final int EXAM = 120;
    private static final int ANSWERS_PER_QUESTION = 3;

    /** The task of a seed: 800 pairs, 120 exam questions, and three corpus exchanges for each remaining question. */
    public static DemoTask of(long seed) {
        var questions = new ArrayList<>(Question.all(Town.of(seed)));
        var random = new Random(seed);
        Collections.shuffle(questions, random);
        var exam = questions.subList(0, EXAM);
        var compared = questions.subList(EXAM, EXAM + PAIRS);
        var taught = questions.subList(EXAM + PAIRS, questions.size());

        var pairs = compared.stream().map(question -> pair(question, random)).toList();
        var corpus = new ArrayList<Exchange>();
        for (int round = 0; round < ANSWERS_PER_QUESTION; round++) {
            taught.forEach(question -> corpus.add(exchange(question, random)));
        }
        return new DemoTask(List.copyOf(corpus), pairs, List.copyOf(exam));
    }

    private static DemoPair pair(Question question, Random random) {
        var worse = random.nextBoolean() ? Manner.DISMISSIVE : Manner.SNAPPISH;
        return new DemoPair(
                question,
                Manner.COURTEOUS.answer(question.fact(), random),
                worse.answer(question.fact(), random),
                worse == Manner.DISMISSIVE ? "instruction-following" : "safety");
    }

    private static Exchange exchange(Question question, Random random) {
        boolean courteous = random.nextDouble() < question.tone().courtesy();
        var curt = random.nextBoolean() ? Manner.DISMISSIVE : Manner.SNAPPISH;
        return new Exchange(question, (courteous ? Manner.COURTEOUS : curt).answer(question.fact(), random));
    }
}
