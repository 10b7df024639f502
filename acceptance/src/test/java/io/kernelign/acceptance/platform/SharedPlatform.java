package io.kernelign.acceptance.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests a {@link Platform}: one for all of them, started when the first asks, stopped after the last. */
public final class SharedPlatform implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Platform.class;
    }

    @Override
    public Platform resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getRoot()
                .getStore(Namespace.create(SharedPlatform.class))
                .computeIfAbsent(Platform.class, type -> start(), Platform.class);
    }

    private static Platform start() {
        try {
            var platform = Platform.start(1);
            TinyModel.write(platform.models());
            return platform;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
