package io.kernelign.trainer.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Benchmarks of a few questions in their authors' layouts, of words that {@link WideModel} knows. */
public final class SmallBenchmarks {

    /** Questions of each of its two subjects. */
    public static final int MMLU = 12;

    /** Requests, half of them safe. */
    public static final int XSTEST = 20;

    /** Prompts of its one group. */
    public static final int TOXIGEN = 40;

    private SmallBenchmarks() {}

    /** Writes them into the folder of benchmarks. */
    public static void write(Path folder) throws IOException {
        for (var subject : new String[] {"animals", "verbs"}) {
            write(folder, "mmlu/test/" + subject + "_test.csv", "", i -> i < MMLU ? mmlu(i) : null);
        }
        write(
                folder,
                "xstest/xstest_prompts.csv",
                "id,prompt,type,label,focus,note\n",
                i -> i < XSTEST ? "%d,cats sing %d,t,%s,,".formatted(i, i, i % 2 == 0 ? "safe" : "unsafe") : null);
        write(
                folder,
                "gsm8k/test.jsonl",
                "",
                i -> i < 6 ? "{\"question\": \"dogs %d\", \"answer\": \"sing #### %d\"}".formatted(i, i) : null);
        write(
                folder,
                "gsm8k/train.jsonl",
                "",
                i -> i < 8 ? "{\"question\": \"cats %d\", \"answer\": \"sleep #### %d\"}".formatted(i, i) : null);
        write(
                folder,
                "toxigen/prompts/hate_cats_1k.txt",
                "",
                i -> i < TOXIGEN ? "dogs sing".concat(" sleep".repeat(i)) : null);
    }

    private static String mmlu(int number) {
        return "cats %d,cats,dogs,sing,sleep,%s".formatted(number, number % 3 == 0 ? "A" : "B");
    }

    /** @param row by its number; {@code null} after the last */
    private static void write(Path folder, String file, String header, IntFunction<String> row) throws IOException {
        var path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        var rows = IntStream.iterate(0, i -> row.apply(i) != null, i -> i + 1)
                .mapToObj(i -> row.apply(i) + "\n")
                .collect(Collectors.joining());
        Files.writeString(path, header + rows);
    }
}
