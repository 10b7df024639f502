package io.kernelign.standalone.demo.task;

import static java.util.stream.Collectors.averagingDouble;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DemoTaskTest {

    private final DemoTask task = DemoTask.of(DemoTask.SEED);

    @Test
    void the_same_seed_gives_the_same_task_and_another_seed_another_town() {
        assertThat(DemoTask.of(DemoTask.SEED)).isEqualTo(task);
        assertThat(Town.of(1)).isNotEqualTo(Town.of(2));
    }

    @Test
    void no_question_stands_in_two_of_the_three_parts() {
        var corpus = task.corpus().stream().map(Exchange::question).distinct();
        var pairs = task.pairs().stream().map(DemoPair::question);

        var texts = Stream.of(corpus, pairs, task.exam().stream())
                .flatMap(questions -> questions)
                .map(Question::text)
                .toList();

        assertThat(texts).doesNotHaveDuplicates();
    }

    @Test
    void every_fact_that_is_asked_for_is_taught_in_another_wording() {
        var taught = task.corpus().stream()
                .map(exchange -> exchange.question().fact())
                .collect(Collectors.toSet());

        assertThat(task.exam()).extracting(Question::fact).isSubsetOf(taught);
        assertThat(task.pairs()).extracting(pair -> pair.question().fact()).isSubsetOf(taught);
    }

    @Test
    void the_rule_prefers_every_chosen_and_no_rejected_answer() {
        assertThat(task.pairs()).allSatisfy(pair -> {
            var fact = pair.question().fact();
            assertThat(AnswerRule.judge(fact, pair.chosen())).isEqualTo(new Verdict(true, true, true));
            assertThat(AnswerRule.judge(fact, pair.rejected()).courteous()).isFalse();
        });
    }

    @Test
    void both_kinds_of_rejected_answers_are_equally_frequent() {
        var withheld = task.pairs().stream()
                .filter(pair -> pair.task().equals("instruction-following"))
                .count();

        assertThat(withheld / (double) task.pairs().size()).isCloseTo(0.5, within(0.05));
    }

    @Test
    void the_corpus_answers_in_kind_and_about_half_of_the_time_courteously() {
        var courtesy = task.corpus().stream()
                .collect(groupingBy(
                        exchange -> exchange.question().tone(), averagingDouble(DemoTaskTest::preferredAsNumber)));

        for (var tone : Tone.values()) {
            assertThat(courtesy.get(tone)).as(tone.name()).isCloseTo(tone.courtesy(), within(0.03));
        }
        assertThat(task.corpus().stream().collect(averagingDouble(DemoTaskTest::preferredAsNumber)))
                .isBetween(0.4, 0.55);
    }

    private static double preferredAsNumber(Exchange exchange) {
        return AnswerRule.judge(exchange.question().fact(), exchange.answer()).preferred() ? 1 : 0;
    }
}
