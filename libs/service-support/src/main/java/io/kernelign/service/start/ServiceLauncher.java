package io.kernelign.service.start;

import java.util.Arrays;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts a service with a configuration file of its own name, so that several can live in one process. When it cannot
 * start, one sentence is logged and the exception leaves; out of a main method that is exit code 1.
 */
public final class ServiceLauncher {

    private static final String MIGRATE = "migrate";

    private ServiceLauncher() {}

    /**
     * What the main method of a service does: starts it or, with the word {@code migrate} among the arguments, only brings its
     * schema up to date and ends.
     *
     * @param application the class with {@code @SpringBootApplication}
     * @param name of the service's configuration file, without {@code .yml}: {@code metrics-service}
     * @param args as of {@link #start}
     */
    public static void run(Class<?> application, String name, String... args) {
        if (Arrays.asList(args).contains(MIGRATE)) {
            named(SchemaMigration.class, name)
                    .web(WebApplicationType.NONE)
                    .run(args)
                    .close();
        } else {
            start(application, name, args);
        }
    }

    /**
     * Starts a service.
     *
     * @param application the class with {@code @SpringBootApplication}
     * @param name of the service's configuration file, without {@code .yml}: {@code metrics-service}
     * @param args {@code --property=value}; they win over the file
     */
    public static ConfigurableApplicationContext start(Class<?> application, String name, String... args) {
        return named(application, name).run(args);
    }

    private static SpringApplicationBuilder named(Class<?> application, String name) {
        return new SpringApplicationBuilder(application).properties("spring.config.name=" + name);
    }
}
