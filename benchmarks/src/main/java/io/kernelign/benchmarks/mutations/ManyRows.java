package io.kernelign.benchmarks.mutations;

import io.kernelign.data.ImportOptions;
import io.kernelign.data.rows.Container;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Files of many mutated rows in one layout and container, of which each goes its own way: bad ones are skipped. A file is
 * made from its number alone.
 */
final class ManyRows {

    private static final List<Container> CONTAINERS = List.of(
            Container.JSON_LINES, Container.JSON_LINES, Container.JSON_LINES, Container.JSON_ARRAY, Container.CSV);

    private final List<Seed> seeds;
    private final int rows;
    private final RowMutator mutator;

    /** @param rows of each file */
    ManyRows(List<Seed> seeds, int rows) {
        this.seeds = seeds;
        this.rows = rows;
        this.mutator = new RowMutator(seeds);
    }

    MutatedCase file(long number) {
        var random = new SplittableRandom(number);
        var seed = seeds.get((int) (number % seeds.size()));
        var container = CONTAINERS.get((int) (number / seeds.size() % CONTAINERS.size()));
        return new MutatedCase(
                "rows " + number,
                container.text(),
                List.of(bytes(seed, container, random)),
                ImportOptions.DEFAULT.skipping(1).withFormat(seed.layout()));
    }

    /** The first row is a good one, by which the container is told. */
    private byte[] bytes(Seed seed, Container container, SplittableRandom random) {
        var good = seed.row(random);
        var all = IntStream.range(0, rows).mapToObj(i -> i == 0 ? good : mutator.row(seed, random));
        return switch (container) {
            case CSV -> Joined.csv(good.propertyNames(), all, random);
            case JSON_ARRAY -> Joined.array(all.map(row -> RowText.whole(row, random)), random);
            default ->
                Joined.lines(
                        all.map(row -> row == good ? RowText.whole(row, random) : RowText.changed(row, random)),
                        random);
        };
    }
}
