package io.kernelign.standalone;

import io.kernelign.service.start.ServiceLauncher;
import org.springframework.context.ConfigurableApplicationContext;

/** One service in this process. */
record RunningContext(ConfigurableApplicationContext context) implements AutoCloseable {

    static RunningContext start(ServiceSettings settings, Class<?> application, String name) {
        return new RunningContext(ServiceLauncher.start(application, name, settings.arguments()));
    }

    String url() {
        return "http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    @Override
    public void close() {
        context.close();
    }
}
