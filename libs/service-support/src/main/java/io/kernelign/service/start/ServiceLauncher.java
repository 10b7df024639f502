package io.kernelign.service.start;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts a service with a configuration file of its own name, so that several can live in one process. When it cannot
 * start, one sentence is logged and the exception leaves; out of a main method that is exit code 1.
 */
public final class ServiceLauncher {

    private ServiceLauncher() {}

    /**
     * @param application the class with {@code @SpringBootApplication}
     * @param name of the service's configuration file, without {@code .yml}: {@code metrics-service}
     * @param args {@code --property=value}; they win over the file
     */
    public static ConfigurableApplicationContext start(Class<?> application, String name, String... args) {
        return new SpringApplicationBuilder(application)
                .properties("spring.config.name=" + name)
                .run(args);
    }
}
