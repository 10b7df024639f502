package io.kernelign.standalone;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Runs the whole platform in this process, with a PostgreSQL of its own.")
final class ServeCommand implements Callable<Integer> {

    @Mixin
    private PlatformOptions options;

    @Override
    public Integer call() throws Exception {
        var platform = Platform.start(options, System.out::println);
        Runtime.getRuntime().addShutdownHook(new Thread(platform::close, "platform-shutdown"));
        System.out.println("Kernelign is at " + platform.url() + " (base models: " + options.models() + ")");
        new CountDownLatch(1).await();
        return 0;
    }
}
