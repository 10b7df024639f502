package io.kernelign.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows between the modules, which point one way: services, training, objective and causal-lm, torch. */
@AnalyzeClasses(
        packages = {"io.kernelign", "ai.djl.pytorch.jni"},
        importOptions = DoNotIncludeTests.class)
class DependencyRulesTest {

    private static final String[] SERVICES = {
        "io.kernelign.gateway..", "io.kernelign.selector..", "io.kernelign.trainer..", "io.kernelign.metrics.."
    };

    private static final String[] LIBRARIES = {
        "io.kernelign.input..",
        "io.kernelign.fetch..",
        "io.kernelign.torch..",
        "io.kernelign.objective..",
        "io.kernelign.chat..",
        "io.kernelign.lm..",
        "io.kernelign.training..",
        "io.kernelign.data..",
        "io.kernelign.alignment..",
        "io.kernelign.evaluation..",
        "io.kernelign.embedding..",
        "io.kernelign.search.."
    };

    @ArchTest
    static final ArchRule only_torch_knows_djl = noClasses()
            .that()
            .resideOutsideOfPackages("io.kernelign.torch..", "ai.djl..", "io.kernelign.lm.tokenizer..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ai.djl..");

    @ArchTest
    static final ArchRule the_tokenizer_package_knows_of_djl_only_its_tokenizers = noClasses()
            .that()
            .resideInAPackage("io.kernelign.lm.tokenizer..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ai.djl.ndarray..", "ai.djl.engine..", "ai.djl.pytorch..");

    @ArchTest
    static final ArchRule libraries_know_neither_spring_nor_databases_nor_http = noClasses()
            .that()
            .resideInAnyPackage(LIBRARIES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "jakarta..", "java.sql..", "java.net.http..");

    @ArchTest
    static final ArchRule nobody_depends_on_a_service_but_standalone = noClasses()
            .that()
            .resideInAnyPackage(LIBRARIES)
            .or()
            .resideInAnyPackage("io.kernelign.contracts..", "io.kernelign.service..", "io.kernelign.benchmarks..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SERVICES);

    @ArchTest
    static final ArchRule services_know_each_other_only_by_contracts = slices().matching(
                    "io.kernelign.(gateway|selector|trainer|metrics)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule torch_is_the_ground = noClasses()
            .that()
            .resideInAPackage("io.kernelign.torch..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.kernelign.objective..",
                    "io.kernelign.lm..",
                    "io.kernelign.training..",
                    "io.kernelign.input..",
                    "io.kernelign.data..",
                    "io.kernelign.alignment..");

    @ArchTest
    static final ArchRule the_objective_knows_neither_models_nor_training = noClasses()
            .that()
            .resideInAPackage("io.kernelign.objective..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.kernelign.lm..", "io.kernelign.training..");

    @ArchTest
    static final ArchRule models_know_neither_the_objective_nor_training = noClasses()
            .that()
            .resideInAPackage("io.kernelign.lm..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.kernelign.objective..", "io.kernelign.training..");

    @ArchTest
    static final ArchRule the_hub_knows_models_and_how_to_fetch_and_nothing_else_of_ours = noClasses()
            .that()
            .resideInAPackage("io.kernelign.hub..")
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "are neither the hub's nor of models nor for fetching",
                    type -> type.getPackageName().startsWith("io.kernelign.")
                            && !type.getPackageName().matches("io\\.kernelign\\.(hub|lm|input|fetch)(\\..*)?")));

    @ArchTest
    static final ArchRule models_do_not_know_the_hub = noClasses()
            .that()
            .resideInAPackage("io.kernelign.lm..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.kernelign.hub..");

    @ArchTest
    static final ArchRule objective_does_no_input_or_output = noClasses()
            .that()
            .resideInAPackage("io.kernelign.objective..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io..", "java.nio..", "java.net..");

    @ArchTest
    static final ArchRule preference_data_stands_alone = standsAlone("io.kernelign.data");

    @ArchTest
    static final ArchRule alignment_metrics_stand_alone = standsAlone("io.kernelign.alignment");

    @ArchTest
    static final ArchRule model_evaluation_knows_how_to_check_input_and_nothing_else_of_ours = noClasses()
            .that()
            .resideInAPackage("io.kernelign.evaluation..")
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "are neither of evaluation nor of input",
                    type -> type.getPackageName().startsWith("io.kernelign.")
                            && !type.getPackageName().matches("io\\.kernelign\\.(evaluation|input)(\\..*)?")));

    @ArchTest
    static final ArchRule encoders_stand_alone = standsAlone("io.kernelign.embedding");

    @ArchTest
    static final ArchRule searches_stand_alone = standsAlone("io.kernelign.search");

    @ArchTest
    static final ArchRule contracts_stand_alone = standsAlone("io.kernelign.contracts");

    @ArchTest
    static final ArchRule input_stands_alone = standsAlone("io.kernelign.input");

    @ArchTest
    static final ArchRule fetching_stands_alone = standsAlone("io.kernelign.fetch");

    @ArchTest
    static final ArchRule chat_templates_stand_alone = standsAlone("io.kernelign.chat");

    private static ArchRule standsAlone(String module) {
        return noClasses()
                .that()
                .resideInAPackage(module + "..")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are ours and of another module",
                        type -> type.getPackageName().startsWith("io.kernelign.")
                                && !type.getPackageName().startsWith(module)));
    }
}
