package io.kernelign.acceptance.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a {@link Platform} and the {@link TraceReceiver} that it sends to: one for all of this JVM, started when the
 * first asks, killed as the JVM ends.
 */
public final class SharedPlatform implements ParameterResolver {

    private static final Set<Class<?>> PARAMETERS = Set.of(Platform.class, TraceReceiver.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return PARAMETERS.contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Platform.class ? Holder.PLATFORM : Holder.TRACES;
    }

    /** JUnit's own stores last for one class each where the build shares classes out among JVMs. */
    private static final class Holder {

        private static final TraceReceiver TRACES;
        private static final Platform PLATFORM;

        static {
            try {
                TRACES = TraceReceiver.start();
                PLATFORM = start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Platform start() throws IOException {
            var platform =
                    Platform.start(1, Map.of("management.opentelemetry.tracing.export.otlp.endpoint", TRACES.url()));
            Runtime.getRuntime().addShutdownHook(new Thread(platform::kill));
            TinyModel.write(platform.models());
            return platform;
        }
    }
}
