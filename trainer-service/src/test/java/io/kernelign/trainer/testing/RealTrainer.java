package io.kernelign.trainer.testing;

import io.kernelign.service.start.ServiceLauncher;
import io.kernelign.trainer.TrainerApplication;

/** The trainer as it is, saying where it listens. */
public final class RealTrainer {

    private RealTrainer() {}

    public static void main(String[] args) {
        var context = ServiceLauncher.start(TrainerApplication.class, "trainer-service", args);
        System.out.println("port " + context.getEnvironment().getRequiredProperty("local.server.port"));
    }
}
