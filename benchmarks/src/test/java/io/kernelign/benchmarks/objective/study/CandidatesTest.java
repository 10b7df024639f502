package io.kernelign.benchmarks.objective.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.objective.PaperForm;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CandidatesTest {

    @Test
    void every_name_tells_the_formulation_of_its_objective() {
        var candidates = Stream.concat(
                Candidates.all().stream(), Candidates.mixtures().stream().map(Candidates::heldOut));

        assertThat(candidates).allSatisfy(candidate -> assertThat(candidate.objective() instanceof PaperForm)
                .isEqualTo(candidate.name().startsWith("paper.")));
    }

    @Test
    void no_two_candidates_are_the_same_objective() {
        assertThat(Candidates.all()).extracting(Candidate::objective).doesNotHaveDuplicates();
        assertThat(Candidates.all()).extracting(Candidate::name).doesNotHaveDuplicates();
    }
}
