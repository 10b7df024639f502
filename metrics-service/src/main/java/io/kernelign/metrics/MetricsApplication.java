package io.kernelign.metrics;

import io.kernelign.service.start.ServiceLauncher;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.resilience.annotation.EnableResilientMethods;

/** Starts metrics-service. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableResilientMethods
public class MetricsApplication {

    public static final String NAME = "metrics-service";

    public static void main(String[] args) {
        ServiceLauncher.run(MetricsApplication.class, NAME, args);
    }
}
