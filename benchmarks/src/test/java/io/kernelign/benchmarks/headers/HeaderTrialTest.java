package io.kernelign.benchmarks.headers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kernelign.benchmarks.headers.HeaderFile.ReadOutside;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The short part of {@code ./kernelign bench headers}. */
class HeaderTrialTest {

    private static final HeaderMutator MUTATOR = new HeaderMutator(HeaderSeed.corpus());

    @Test
    void mutated_headers_are_read_or_refused_and_nothing_else_happens() {
        var tally = HeaderTally.of(MUTATOR, 0, 50_000);

        assertThat(tally.examples()).isEmpty();
        assertThat(tally.cases()).isEqualTo(50_000);
        assertThat(tally.largestShare()).isBetween(0.001, 1.0);
    }

    @Test
    void mutations_reach_every_check_of_the_reader() {
        var tally = HeaderTally.of(MUTATOR, 50_000, 100_000);

        assertThat(tally.accepted()).isGreaterThan(1_000);
        assertThat(String.join("\n", tally.refusals().keySet()))
                .contains(
                        "one JSON object",
                        "inside the file's",
                        "which has at least",
                        "one of F32, F16, BF16",
                        "whole numbers from",
                        "a first byte and an end",
                        "as many bytes as",
                        "is the file truncated?",
                        "it overlaps the tensor before",
                        "it leaves a gap",
                        "bytes that the header describes",
                        "each tensor once",
                        "each field once",
                        "an object of texts",
                        "a text",
                        "an object with dtype");
    }

    @Test
    void a_case_is_the_same_in_every_run() {
        var again = new HeaderMutator(HeaderSeed.corpus());
        for (long number = 0; number < 500; number++) {
            assertThat(again.mutate(number).content())
                    .isEqualTo(MUTATOR.mutate(number).content());
        }
    }

    @Test
    void a_header_of_ten_megabytes_that_is_all_structure_stays_within_the_limit_too() {
        for (var unit : new String[] {"[", "{\"a\":", "[],", "\"a\":1,", "\"a\":{},", "9", "\"\\u0041"}) {
            var json = ("{" + unit.repeat(10_000_000 / unit.length())).getBytes(StandardCharsets.UTF_8);
            var trial = HeaderTrial.of(file(json));
            assertThat(trial.flaw()).as(unit).isEmpty();
            assertThat(trial.refusal()).as(unit).isPresent();
        }
    }

    @Test
    void a_read_outside_of_the_file_would_be_noticed() {
        var file = file(new byte[] {'{', '}'});
        assertThat(file.bytes(8, 2)).containsExactly('{', '}');
        assertThatThrownBy(() -> file.bytes(8, 3)).isInstanceOf(ReadOutside.class);
        assertThatThrownBy(() -> file.bytes(-1, 1)).isInstanceOf(ReadOutside.class);
        assertThatThrownBy(() -> file.bytes(Long.MAX_VALUE, 1)).isInstanceOf(ReadOutside.class);
    }

    private static HeaderFile file(byte[] json) {
        var head = ByteBuffer.allocate(Long.BYTES + json.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(json.length)
                .put(json)
                .array();
        return new HeaderFile(head, head.length);
    }
}
