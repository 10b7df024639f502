package io.kernelign.selector;

import io.kernelign.service.start.ServiceLauncher;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts selector-service. */
@SpringBootApplication
public class SelectorApplication {

    public static final String NAME = "selector-service";

    public static void main(String[] args) {
        ServiceLauncher.run(SelectorApplication.class, NAME, args);
    }
}
