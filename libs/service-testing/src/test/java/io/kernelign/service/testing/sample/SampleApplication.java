package io.kernelign.service.testing.sample;

import io.kernelign.service.start.ServiceLauncher;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The smallest service there can be, to see what every service gets. */
@SpringBootApplication
public class SampleApplication {

    public static void main(String[] args) {
        ServiceLauncher.run(SampleApplication.class, "sample-service", args);
    }
}
