package io.kernelign.acceptance.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests a {@link Platform}: one for all of this JVM, started when the first asks, killed as the JVM ends. */
public final class SharedPlatform implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Platform.class;
    }

    @Override
    public Platform resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return Holder.PLATFORM;
    }

    /** JUnit's own stores last for one class each where the build shares classes out among JVMs. */
    private static final class Holder {

        private static final Platform PLATFORM = start();

        private static Platform start() {
            try {
                var platform = Platform.start(1);
                Runtime.getRuntime().addShutdownHook(new Thread(platform::kill));
                TinyModel.write(platform.models());
                return platform;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
