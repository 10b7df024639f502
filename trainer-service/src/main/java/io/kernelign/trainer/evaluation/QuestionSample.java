package io.kernelign.trainer.evaluation;

import io.kernelign.evaluation.Question;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Some of the questions of a benchmark: of each group in proportion, drawn by a seed. */
final class QuestionSample {

    private QuestionSample() {}

    /** In their order; all of them where there are no more than so many. */
    static List<Question> of(List<Question> questions, int limit, int seed) {
        if (questions.size() <= limit) {
            return questions;
        }
        var byGroup = shuffled(questions, seed);
        var drawn = new HashSet<Question>();
        for (int i = 0; i < limit; i++) {
            drawn.add(byGroup.get((int) ((2L * i + 1) * byGroup.size() / (2L * limit))));
        }
        return questions.stream().filter(drawn::contains).toList();
    }

    /** Group after group, so that every so many-th question makes a sample in proportion. */
    private static List<Question> shuffled(List<Question> questions, int seed) {
        var random = new Random(seed);
        var groups = questions.stream()
                .collect(Collectors.groupingBy(Question::group, LinkedHashMap::new, Collectors.toList()));
        var shuffled = new ArrayList<Question>();
        groups.values().forEach(group -> {
            Collections.shuffle(group, random);
            shuffled.addAll(group);
        });
        return shuffled;
    }
}
