package io.kernelign.data.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.data.pair.ContentHash;
import io.kernelign.data.pair.Message;
import io.kernelign.data.pair.Role;
import io.kernelign.data.pair.Turn;
import io.kernelign.property.Property;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromptGroupsTest {

    @TempDir
    static Path folder;

    private static List<Message> prompt(String text) {
        return List.of(new Message(Role.USER, text));
    }

    private static long hash(String text) {
        return ContentHash.of(prompt(text), List.of(), List.of()).prompt();
    }

    private static PromptGroups of(List<String> texts) {
        var groups = new PromptGroups(new Scratch(folder));
        texts.forEach(text -> add(groups, text));
        return groups;
    }

    private static int add(PromptGroups groups, String text) {
        return groups.add(PromptSignature.of(Turn.of(prompt(text))), hash(text));
    }

    private static long representative(PromptGroups groups, String known) {
        return groups.representative(add(groups, known));
    }

    private static boolean together(String one, String other) {
        var groups = of(List.of(one, other));
        return representative(groups, one) == representative(groups, other);
    }

    private static String words(Random random, int count) {
        return random.ints(count, 0, 5_000).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));
    }

    private static List<String> changed(String text, int word) {
        var words = new ArrayList<>(List.of(text.split(" ")));
        words.set(word % words.size(), "other");
        return List.of(text, String.join(" ", words));
    }

    @Test
    void prompts_that_differ_in_case_punctuation_and_white_space_are_nearly_the_same() {
        assertThat(together("What's  the capital of France?", "what s the Capital of France"))
                .isTrue();
    }

    @Test
    void one_other_word_in_a_short_prompt_asks_another_question() {
        assertThat(together("What is the capital of France?", "What is the capital of Germany?"))
                .isFalse();
    }

    @Test
    void one_other_word_among_sixty_is_nearly_the_same() {
        var random = new Random(7);
        long found = IntStream.range(0, 300)
                .filter(i -> {
                    var both = changed(words(random, 60), i);
                    return together(both.get(0), both.get(1));
                })
                .count();
        assertThat(found).isGreaterThan(270);
    }

    @Test
    void prompts_of_which_half_agrees_are_not() {
        var random = new Random(7);
        var half = words(random, 60);
        long found = IntStream.range(0, 300)
                .filter(i -> together(half + " " + words(random, 60), half + " " + words(random, 60)))
                .count();
        assertThat(found).isZero();
    }

    @Test
    void groups_do_not_depend_on_the_order_of_the_prompts() {
        record Case(long seed, int originals, int copies) {}
        Property.forAll(
                100, draw -> new Case(draw.integer(0, 1 << 30), draw.integer(1, 30), draw.integer(0, 30)), it -> {
                    var random = new Random(it.seed());
                    var texts = new ArrayList<String>();
                    for (int i = 0; i < it.originals(); i++) {
                        texts.add(words(random, 40));
                    }
                    for (int i = 0; i < it.copies(); i++) {
                        texts.addAll(changed(texts.get(random.nextInt(texts.size())), random.nextInt(40)));
                    }
                    var groups = of(texts);
                    var shuffled = new ArrayList<>(texts);
                    Collections.shuffle(shuffled, random);
                    var others = of(shuffled);

                    assertThat(texts).allMatch(text -> representative(groups, text) == representative(others, text));
                    assertThat(groups.nearDuplicates()).isEqualTo(others.nearDuplicates());
                });
    }

    @Test
    void what_many_prompts_share_is_a_template_and_leaves_them_alone() {
        var random = new Random(3);
        var template = words(random, 60);
        var texts =
                IntStream.range(0, 100).mapToObj(i -> template + " item" + i).toList();
        var groups = of(texts);

        assertThat(texts.stream().map(text -> representative(groups, text)).distinct())
                .hasSize(100);
        assertThat(groups.nearDuplicates()).isZero();
    }

    @Test
    void a_hundred_thousand_prompts_are_told_apart_in_files_beside_the_heap() {
        var random = new Random(5);
        var groups = new PromptGroups(new Scratch(folder));
        for (int i = 0; i < 100_000; i++) {
            add(groups, words(random, 12) + i);
        }
        assertThat(groups.prompts()).isEqualTo(100_000);
        assertThat(groups.nearDuplicates()).isZero();
        assertThat(folder).isEmptyDirectory();
    }
}
