package io.kernelign.benchmarks.mutations;

import com.github.luben.zstd.Zstd;
import io.kernelign.data.ImportOptions;
import io.kernelign.data.layout.LayoutOptions;
import io.kernelign.data.layout.PairChoice;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.node.ObjectNode;

/**
 * Small files in which anything may be changed: rows, bytes of the text, of the packed text, of Parquet. A case is made
 * from its number alone.
 */
final class WholeFiles {

    private static final int MOST_ROWS = 5;
    private static final int MOST_CHANGES = 4;
    private static final List<String> KINDS = List.of("json_lines", "json_array", "csv", "parquet");
    private static final List<Charset> ENCODINGS = Stream.of("UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE")
            .map(Charset::forName)
            .toList();

    private final List<Seed> seeds;
    private final RowMutator mutator;

    WholeFiles(List<Seed> seeds) {
        this.seeds = seeds;
        this.mutator = new RowMutator(seeds);
    }

    MutatedCase file(long number) {
        var random = new SplittableRandom(~number);
        var seed = seeds.get((int) (number % seeds.size()));
        var kind = KINDS.get((int) (number / seeds.size() % KINDS.size()));
        int count = random.nextInt(10) == 0 ? 2 : 1;
        var files = IntStream.range(0, count)
                .mapToObj(i -> file(seed, kind, random))
                .toList();
        return new MutatedCase("file " + number, kind, files, options(seed, random));
    }

    private byte[] file(Seed seed, String kind, SplittableRandom random) {
        var file = kind.equals("parquet") ? parquet(seed, random) : encoded(text(seed, kind, random), random);
        file = changed(file, random);
        return switch (random.nextInt(6)) {
            case 0 -> changed(gzip(file), random);
            case 1 -> changed(Zstd.compress(file), random);
            default -> file;
        };
    }

    private byte[] text(Seed seed, String kind, SplittableRandom random) {
        boolean mutated = random.nextBoolean();
        var rows = IntStream.range(0, 1 + random.nextInt(MOST_ROWS))
                .mapToObj(i -> mutated ? mutator.row(seed, random) : seed.row(random));
        return switch (kind) {
            case "csv" -> Joined.csv(seed.row(random).propertyNames(), rows, random);
            case "json_array" -> Joined.array(json(rows, random), random);
            default -> Joined.lines(json(rows, random), random);
        };
    }

    private static Stream<byte[]> json(Stream<ObjectNode> rows, SplittableRandom random) {
        return rows.map(row -> RowText.whole(row, random));
    }

    private static byte[] encoded(byte[] utf8, SplittableRandom random) {
        if (random.nextInt(8) > 0) {
            return utf8;
        }
        var text = (random.nextBoolean() ? "\ufeff" : "") + new String(utf8, StandardCharsets.UTF_8);
        return text.getBytes(ENCODINGS.get(random.nextInt(ENCODINGS.size())));
    }

    private static byte[] parquet(Seed seed, SplittableRandom random) {
        return random.nextInt(3) == 0 ? FooterMutator.change(seed.parquet(), random) : seed.parquet();
    }

    private byte[] changed(byte[] file, SplittableRandom random) {
        var changed = file;
        var other = seeds.get(random.nextInt(seeds.size())).parquet();
        for (int changes = random.nextInt(MOST_CHANGES); changes > 0; changes--) {
            changed = ByteMutator.change(changed, random.nextBoolean() ? file : other, random);
        }
        return changed;
    }

    private static byte[] gzip(byte[] file) {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static ImportOptions options(Seed seed, SplittableRandom random) {
        var options = random.nextInt(4) == 0 ? ImportOptions.DEFAULT : ImportOptions.DEFAULT.skipping(1);
        if (random.nextInt(4) == 0) {
            options = options.withSplit(0.5, random.nextInt(3));
        }
        return random.nextBoolean() ? options : options.withLayout(forced(seed.layout(), random));
    }

    private static LayoutOptions forced(String layout, SplittableRandom random) {
        var forced = LayoutOptions.ofFormat(layout);
        if (!random.nextBoolean()) {
            return forced;
        }
        return switch (layout) {
            case "nectar", "prm800k" -> forced.withPairs(PairChoice.ALL);
            case "shp" -> forced.withMinScoreRatio(2).withMaxPairsPerPrompt(1 + random.nextInt(3));
            default -> forced;
        };
    }
}
