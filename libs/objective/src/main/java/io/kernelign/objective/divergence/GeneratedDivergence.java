package io.kernelign.objective.divergence;

import io.kernelign.objective.divergence.generator.Generator;

/** An f-divergence: the sum of its generator over the vocabulary (F.6). */
interface GeneratedDivergence extends VocabularyDivergence {

    Generator generator();

    @Override
    default Sloped at(Odds odds) {
        var terms = generator().at(odds);
        return new Sloped(terms.value().sum(-1), terms.slope());
    }

    @Override
    default Sloped observed(Odds odds) {
        return generator().observed(odds);
    }
}
