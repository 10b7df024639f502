package io.kernelign.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OrtException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class MiniLmTest {

    private static final MiniLm MINI_LM = new MiniLm();

    @AfterAll
    static void close() throws OrtException {
        MINI_LM.close();
    }

    @Test
    void a_text_gives_the_vector_that_sentence_transformers_gives() {
        var vector = MINI_LM.embed(List.of("This is an example sentence")).get(0);

        assertThat(vector).hasSize(384);
        assertThat(vector[0]).isCloseTo(0.0676569f, within(1e-4f));
        assertThat(vector[1]).isCloseTo(0.0634959f, within(1e-4f));
        assertThat(vector[2]).isCloseTo(0.0487131f, within(1e-4f));
    }

    @Test
    void texts_without_a_visible_character_have_a_vector_too() {
        var vectors = MINI_LM.embed(List.of("", " \n", "\u200b\u0007", "\u0301", "."));

        assertThat(vectors).allSatisfy(vector -> assertThat(vector).isEqualTo(vectors.get(4)));
    }

    @Test
    void a_very_long_text_is_cut_between_characters() {
        var emoji = "\ud83d\ude00";
        var text = "a" + emoji.repeat(EncoderInput.LONGEST);

        assertThat(EncoderInput.of(text)).hasSize(EncoderInput.LONGEST - 1).endsWith(emoji);
        assertThat(MINI_LM.embed(List.of("word ".repeat(100_000))).get(0)).hasSize(384);
    }

    @Test
    void batches_give_every_text_its_own_vector_and_tell_how_far_they_are() {
        var texts = IntStream.range(0, 70)
                .mapToObj(i -> "number " + i + " again".repeat(i % 7))
                .toList();
        var heard = new ArrayList<Double>();

        var vectors = BatchedEmbedding.of(MINI_LM, texts, heard::add);

        assertThat(vectors[13])
                .containsExactly(MINI_LM.embed(List.of(texts.get(13))).get(0), within(1e-5f));
        assertThat(vectors[69])
                .containsExactly(MINI_LM.embed(List.of(texts.get(69))).get(0), within(1e-5f));
        assertThat(heard).hasSize(3).isSorted();
        assertThat(Collections.max(heard)).isEqualTo(1.0);
    }

    @Test
    @Timeout(60)
    void one_that_is_closed_ends_what_it_was_asked_before_and_takes_no_more() throws Exception {
        var encoder = new MiniLm();
        var texts = Collections.nCopies(20, "word ".repeat(120));
        var batches = new CountDownLatch(3);
        var worker = CompletableFuture.runAsync(() -> {
            while (true) {
                assertThat(encoder.embed(texts)).hasSize(texts.size());
                batches.countDown();
            }
        });
        batches.await();

        encoder.close();

        assertThatThrownBy(worker::join).hasCauseInstanceOf(RejectedExecutionException.class);
    }
}
