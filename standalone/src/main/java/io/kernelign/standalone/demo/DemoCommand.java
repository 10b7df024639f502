package io.kernelign.standalone.demo;

import io.kernelign.standalone.Platform;
import io.kernelign.standalone.PlatformOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code kernelign demo}. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Aligns a tiny model with a small data set, and shows what changed.")
public final class DemoCommand implements Callable<Integer> {

    @Mixin
    private PlatformOptions options;

    @Option(names = "--exit", description = "End when the demo has ended, instead of staying up.")
    private boolean exit;

    @Option(names = "--json", description = "Also write what was found to this file.")
    private Path json;

    @Override
    public Integer call() throws Exception {
        var platform = Platform.start(options, System.out::println);
        Runtime.getRuntime().addShutdownHook(new Thread(platform::close, "platform-shutdown"));
        var model = DemoModel.install(options.models());
        var report = new Demo(platform.url(), model, options.data().resolve("demo"), System.out).run();
        print(report, platform.url());
        if (json != null) {
            Files.writeString(
                    json, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(report.toJson()));
        }
        if (!exit) {
            System.out.println("\nStill running; end it with Ctrl-C.");
            new CountDownLatch(1).await();
        }
        return report.succeeded() ? 0 : 1;
    }

    private static void print(DemoReport report, String url) {
        System.out.println("\nObjective that was chosen: " + report.objective());
        System.out.println("\n" + report.table());
        for (var sample : report.samples()) {
            System.out.println("\n  Q       " + sample.question());
            System.out.println("  before  " + sample.before());
            System.out.println("  after   " + sample.after());
        }
        System.out.println("\nThe adapter (PEFT layout) lies in " + report.adapter());
        System.out.println("Everything about it: " + url + "/jobs/" + report.job());
        System.out.println(
                report.succeeded()
                        ? "\nAlignment worked: the model now ranks and answers as the data prefer."
                        : "\nAlignment fell short of what this demo promises.");
    }
}
