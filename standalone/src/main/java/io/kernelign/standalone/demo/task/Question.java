package io.kernelign.standalone.demo.task;

import java.util.ArrayList;
import java.util.List;

/**
 * A visitor's question.
 *
 * @param fact what a right answer states
 * @param text what the visitor says, unique in the town
 */
public record Question(Fact fact, Tone tone, String text) {

    /** Every question that can be asked in a town: each fact in each wording, tone and frame. */
    static List<Question> all(Town town) {
        var questions = new ArrayList<Question>();
        for (var fact : town.facts()) {
            for (var wording : fact.topic().questions(fact.resident())) {
                for (var tone : Tone.values()) {
                    tone.frame(wording).forEach(text -> questions.add(new Question(fact, tone, text)));
                }
            }
        }
        return questions;
    }
}
