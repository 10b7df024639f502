package io.kernelign.standalone.demo;

import io.kernelign.chat.ChatTemplate;
import io.kernelign.lm.decoder.PackedRows.Row;
import io.kernelign.lm.family.Families;
import io.kernelign.lm.tokenizer.ConversationEncoder;
import io.kernelign.lm.tokenizer.Message;
import io.kernelign.lm.tokenizer.Tokenizer;
import io.kernelign.lm.tokenizer.TokenizerConfig;
import io.kernelign.standalone.demo.task.DemoTask;
import io.kernelign.standalone.demo.task.Exchange;
import io.kernelign.standalone.demo.task.WriteDemoTask;
import io.kernelign.training.Pretraining;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code kernelign demo-model}: makes the demo's base model anew, with our own engine, in a few minutes. */
@Command(
        name = "demo-model",
        mixinStandardHelpOptions = true,
        description = "Makes the demo's tiny base model anew: writes its tokenizer and pre-trains its weights.")
public final class PretrainCommand implements Callable<Integer> {

    private static final int STEPS = 1500;
    private static final int TELL_EVERY = 50;

    @Option(names = "--out", required = true, description = "Folder for the model.")
    private Path folder;

    @Override
    public Integer call() throws Exception {
        var task = DemoTask.of(DemoTask.SEED);
        WriteDemoTask.model(task, folder);
        var config = Families.read(folder.resolve("config.json"));
        var tokenizerConfig = TokenizerConfig.read(folder.resolve("tokenizer_config.json"));
        try (var tokenizer = Tokenizer.open(folder.resolve("tokenizer.json"), tokenizerConfig);
                var pretraining = new Pretraining(config, DemoTask.SEED)) {
            var conversations = ConversationEncoder.of(
                    tokenizer, tokenizerConfig.chatTemplate().map(ChatTemplate::parse));
            var rows = task.corpus().stream()
                    .map(exchange -> row(conversations, exchange))
                    .toList();
            pretraining.run(rows, STEPS, (step, loss) -> {
                if (step % TELL_EVERY == 0) {
                    System.out.printf(Locale.ROOT, "step %d of %d, loss %.4f%n", step, STEPS, loss);
                }
            });
            pretraining.save(folder.resolve("model.safetensors"));
        }
        return 0;
    }

    private static Row row(ConversationEncoder conversations, Exchange exchange) {
        var prompt = List.of(new Message("user", exchange.question().text()));
        var answer = List.of(new Message("assistant", exchange.answer()));
        return new Row(longs(conversations.prompt(prompt)), longs(conversations.response(prompt, answer)), new long[0]);
    }

    private static long[] longs(int[] ids) {
        return Arrays.stream(ids).asLongStream().toArray();
    }
}
