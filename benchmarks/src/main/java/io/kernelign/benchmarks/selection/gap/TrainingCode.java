package io.kernelign.benchmarks.selection.gap;

import io.kernelign.data.pair.HashedOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/** The part of a program by which its trainings come out as they do; what chooses among them is none of it. */
final class TrainingCode {

    private static final Pattern LIBRARY =
            Pattern.compile("BOOT-INF/lib/(torch|objective|causal-lm|training|pytorch-.*)-[^/]*\\.jar");
    private static final Pattern STUDY = Pattern.compile("BOOT-INF/classes/io/kernelign/benchmarks/"
            + "(objective/study/.*|selection/gap/(BanditArena|LanguageArena|ThreeSplits))\\.class");

    private TrainingCode() {}

    /**
     * The SHA-256 of it, the same for two builds of the same sources.
     *
     * @param program an executable jar with its libraries in it
     */
    static String hash(Path program) throws IOException {
        var hashed = new HashedOutput(OutputStream.nullOutputStream());
        try (var jar = new ZipFile(program.toFile())) {
            for (var entry :
                    jar.stream().sorted(Comparator.comparing(ZipEntry::getName)).toList()) {
                if (STUDY.matcher(entry.getName()).matches()) {
                    add(entry, jar.getInputStream(entry).readAllBytes(), hashed);
                } else if (LIBRARY.matcher(entry.getName()).matches()) {
                    addAll(new ZipInputStream(jar.getInputStream(entry)), hashed);
                }
            }
        }
        return hashed.hex();
    }

    /** What a library holds, and not its own bytes, in which there is the time of its build. */
    private static void addAll(ZipInputStream library, HashedOutput hashed) throws IOException {
        try (library) {
            for (var entry = library.getNextEntry(); entry != null; entry = library.getNextEntry()) {
                if (!entry.getName().startsWith("META-INF/")) {
                    add(entry, library.readAllBytes(), hashed);
                }
            }
        }
    }

    private static void add(ZipEntry entry, byte[] content, HashedOutput hashed) throws IOException {
        for (var part : List.of(entry.getName().getBytes(StandardCharsets.UTF_8), content)) {
            hashed.write(part);
            hashed.write(0);
        }
    }
}
