package io.kernelign.standalone;

import io.kernelign.standalone.demo.DemoCommand;
import io.kernelign.standalone.demo.PretrainCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. */
@Command(
        name = "kernelign",
        mixinStandardHelpOptions = true,
        description = "Aligns language models with human preferences.",
        subcommands = {ServeCommand.class, DemoCommand.class, PretrainCommand.class})
public final class Kernelign {

    private Kernelign() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Kernelign())
                .setExecutionExceptionHandler(new OneSentence())
                .execute(args));
    }
}
