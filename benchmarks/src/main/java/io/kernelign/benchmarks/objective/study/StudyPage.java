package io.kernelign.benchmarks.objective.study;

import io.kernelign.benchmarks.objective.study.bandit.BanditTask;
import io.kernelign.benchmarks.objective.study.bandit.BanditTraining;
import io.kernelign.benchmarks.objective.study.language.LanguageTraining;
import io.kernelign.benchmarks.objective.study.language.StudyModel;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The text of the study's page. */
final class StudyPage {

    private StudyPage() {}

    static String text(int seeds, BanditStudy bandit, LanguageStudy language) {
        return introduction(seeds) + bandit(bandit) + language(language);
    }

    private static String introduction(int seeds) {
        return String.format(Locale.ROOT, """
                Which objectives teach a policy to prefer what is preferred? Every kernel in both formulations, %d seeds each,
                as a job would configure it; `paper` is maximised and `beta` is 0.1 unless the name says otherwise. Also
                `none_smoothed`, `none_beta03` and `none_beta003` (DPO with label smoothing 0.25, and with `beta` 0.3 and 0.03:
                settings of DPO's own that curb it, or push it harder, as a kernel does), `rbf_narrow` (`margin.sigma` 0.5), `rbf_minimized` (`direction` minimize) and
                `mahalanobis_mu2` (`mu` 2).

                *Accuracy* is the share of test pairs for which h, the implicit reward margin, prefers what the rule prefers;
                the test labels are the rule's own, without noise. *z* is the policy's log ratio of chosen to rejected,
                *chosen* the log ratio of policy to reference of the preferred response, both in nats. Intervals hold 95 %%
                of 1,000 redrawings of seeds and, within each, of test pairs; differences are paired, seed by seed and pair
                by pair. Redrawing so few seeds makes intervals somewhat too narrow. All objectives share steps and learning
                rates, which were chosen for DPO; another choice may order them otherwise.

                """, seeds);
    }

    private static String bandit(BanditStudy study) {
        return String.format(
                Locale.ROOT,
                """
                ## Contextual bandit

                32 arms whose rewards are linear in a context, %,d training pairs labelled by Bradley and Terry's model, %,d
                test pairs for each seed; a linear softmax policy, %d full-batch AdamW steps at %s.

                %s
                %s
                ![Accuracies on the bandit](objective-study-bandit.svg)

                ![Differences to DPO on the bandit](objective-study-bandit-differences.svg)

                ### Do a mixture's weights collapse?

                Bandit, clean labels; index 0 is equal weights, 1 a single kernel, and a run warns above 0.8. With `eta` 0
                %s; with 0.02 %s.

                %s
                ![Collapse of the weights](objective-study-collapse.svg)

                ### Does an encoder help?

                %d training pairs, and a frozen encoder that sees the arms' rewards with noise; its similarity is the
                offset of `rkhs_margin`, gamma 0.3 is the default. The wrong encoder has the opposite sign. Here every kernel
                reads the same cosine margin. In the `paper` form a frozen encoder adds a constant, so there is nothing to
                measure. Gains in accuracy over gamma 0; %s.

                %s
                """,
                BanditTask.TRAIN_PAIRS,
                BanditTask.TEST_PAIRS,
                BanditTraining.STEPS,
                BanditTraining.LEARNING_RATE,
                verdicts(study.conditions()),
                Tables.candidates(study.conditions()),
                collapsed(study.collapse(), 0),
                collapsed(study.collapse(), 0.02),
                Tables.collapse(study.collapse()),
                BanditTask.SCARCE_PAIRS,
                gains(study.semantic()),
                Tables.semantic(study.semantic()));
    }

    private static String collapsed(Trials trials, double eta) {
        long collapsed = Candidates.mixtures().stream()
                .filter(kernel ->
                        trials.collapse(Candidates.mixture(kernel, eta).name()).orElseThrow() > 0.8)
                .count();
        return collapsed + " of " + Candidates.mixtures().size() + " mixtures collapse";
    }

    private static String gains(SemanticStudy study) {
        double gamma = SemanticStudy.GAMMAS.get(0);
        long gains = Candidates.single().stream()
                .filter(candidate -> study.gain(study.with(), candidate, gamma).positive())
                .count();
        long losses = Candidates.single().stream()
                .filter(candidate ->
                        study.gain(study.contradicted(), candidate, gamma).negative())
                .count();
        return String.format(
                Locale.ROOT,
                "at gamma %s, %d of %d kernels gain measurably, and %d lose measurably by the wrong encoder",
                gamma,
                gains,
                Candidates.single().size(),
                losses);
    }

    private static String language(LanguageStudy study) {
        return String.format(
                Locale.ROOT,
                """
                ## Language model

                A Llama of %,d parameters that was pre-trained here on a generated language, LoRA of rank %d on all seven
                projections, %d epochs over %d pairs by the training that a job runs. The rule rewards words, successions of
                words and naming the prompt's topics; Bradley and Terry's model makes the training labels noisy even before
                any is flipped. %,d test pairs for each seed.

                %s
                Weights that are learned on reserved pairs (`mixture_held_out` and `hmk_held_out`: `weights.learnOn` heldOut)
                against weights that are learned on the training pairs: %s.

                %s
                ![Accuracies of the language model](objective-study-language.svg)

                ![Differences to DPO of the language model](objective-study-language-differences.svg)

                """,
                StudyModel.parameters(),
                LanguageTraining.RANK,
                LanguageTraining.EPOCHS,
                LanguageTraining.PAIRS,
                LanguageStudy.TEST_PAIRS,
                verdicts(study.conditions()),
                study.conditions().stream().map(Verdicts::heldOut).collect(Collectors.joining("; ")),
                Tables.candidates(study.conditions()));
    }

    private static String verdicts(List<Condition> conditions) {
        return conditions.stream().map(Verdicts::of).collect(Collectors.joining("\n"));
    }
}
