package io.kernelign.metrics;

import io.kernelign.service.start.ServiceLauncher;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts metrics-service. */
@SpringBootApplication
public class MetricsApplication {

    public static final String NAME = "metrics-service";

    public static void main(String[] args) {
        ServiceLauncher.start(MetricsApplication.class, NAME, args);
    }
}
