package io.kernelign.gateway.source;

import io.kernelign.data.layout.SplitNames;
import io.kernelign.data.pair.Split;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of a data set by its splits, found as Python's {@code datasets} finds them: shards {@code
 * data/SPLIT-00000-of-00002.parquet} of any split; else folders called after a split; else files called after one; else
 * all is {@code train}.
 *
 * @param files names of the files of each split
 */
record SplitFiles(Map<String, List<String>> files) {

    static final String ACCEPTED = DataFileNames.ACCEPTED;

    /** A file, and the side that its split is; {@code null} when that does not count. */
    record SplitFile(String name, Split split) {}

    private static final String TRAIN = "train";
    private static final Pattern SHARD = Pattern.compile("data/(\\w+(?:\\.\\w+)*)-[0-9]{5}-of-[0-9]{5}[^/]*\\.[^/]*");
    private static final Map<String, Pattern> FOLDERS =
            words("(?:.*/)?(?:[^/]*[-._ 0-9])?(?:%s)(?:[-._ 0-9][^/]*)?/.*");
    private static final Map<String, Pattern> NAMES = words("(?:.*/)?(?:[^/]*[-._ 0-9])?(?:%s)[-._ 0-9][^/]*");

    private static Map<String, Pattern> words(String form) {
        var patterns = new LinkedHashMap<String, Pattern>();
        patterns.put(TRAIN, Pattern.compile(form.formatted("train|training")));
        patterns.put("validation", Pattern.compile(form.formatted("validation|valid|dev|val")));
        patterns.put("test", Pattern.compile(form.formatted("test|testing|eval|evaluation")));
        return patterns;
    }

    static SplitFiles among(Collection<String> all) {
        var files = DataFileNames.among(all);
        return Stream.<Function<String, Optional<String>>>of(
                        SplitFiles::ofShard, file -> called(FOLDERS, file), file -> called(NAMES, file))
                .map(splitOf -> grouped(files, splitOf))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElseGet(() -> grouped(files, file -> Optional.of(TRAIN)));
    }

    private static SplitFiles grouped(List<String> files, Function<String, Optional<String>> splitOf) {
        var splits = new LinkedHashMap<String, List<String>>();
        for (var file : files) {
            splitOf.apply(file).ifPresent(split -> splits.computeIfAbsent(split, name -> new ArrayList<>())
                    .add(file));
        }
        return new SplitFiles(splits);
    }

    private static Optional<String> ofShard(String file) {
        var matcher = SHARD.matcher(file);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static Optional<String> called(Map<String, Pattern> words, String file) {
        return words.entrySet().stream()
                .filter(split -> split.getValue().matcher(file).matches())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    boolean isEmpty() {
        return files.isEmpty();
    }

    boolean has(String split) {
        return files.containsKey(split);
    }

    String first() {
        return files.keySet().iterator().next();
    }

    SplitFiles only(String split) {
        return new SplitFiles(Map.of(split, files.get(split)));
    }

    /** Whether all of them together are one data set: there is one, or each is plainly of training or held out. */
    boolean areSides() {
        return files.size() == 1
                || files.keySet().stream()
                        .allMatch(split -> SplitNames.side(split).isPresent());
    }

    /**
     * The files of all splits.
     *
     * @return with their sides if there are both
     */
    List<SplitFile> withSides() {
        var both = files.keySet().stream().map(SplitNames::side).distinct().count() > 1;
        return files.entrySet().stream()
                .flatMap(split -> split.getValue().stream()
                        .map(file -> new SplitFile(
                                file, both ? SplitNames.side(split.getKey()).orElseThrow() : null)))
                .toList();
    }

    /** Their names, as in a sentence. */
    @Override
    public String toString() {
        return String.join(", ", files.keySet());
    }
}
