package io.kernelign.trainer.testing;

import io.kernelign.service.start.ServiceLauncher;
import io.kernelign.service.testing.RunningService;
import io.kernelign.trainer.TrainerApplication;
import io.kernelign.trainer.training.Training;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** The trainer as it is, but for its training, which counts. */
@Import(TrainerApplication.class)
public class CountingTrainer {

    /** The service with the models of {@link ModelsFolder}, beside a selector and a metrics service. */
    public static RunningService beside(Peers peers) {
        return RunningService.of(CountingTrainer.class, "trainer-service")
                .with("kernelign.models.dir", () -> ModelsFolder.make().toString())
                .with("kernelign.services.selector", peers::url)
                .with("kernelign.services.metrics", peers::url);
    }

    @Bean
    @Primary
    Training counting() {
        return new CountingTraining();
    }

    /** Runs as a process of its own and prints the port it listens on. */
    public static void main(String[] args) {
        var context = ServiceLauncher.start(CountingTrainer.class, "trainer-service", args);
        System.out.println("port " + context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** What a job of so many steps ends with. */
    public static String sumAfter(long steps) {
        return String.valueOf(CountingTraining.sumAfter(steps));
    }
}
