package io.kernelign.gateway.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which files of a repository have rows, by their names; what they really are tells their content, later. */
final class DataFileNames {

    static final String ACCEPTED = ".parquet, .jsonl, .json, .ndjson and .csv, each also with .gz or .zst";

    private static final Pattern NAME =
            Pattern.compile("(?:.*/)?[^/]+?\\.(parquet|jsonl|json|ndjson|csv)(?:\\.gz|\\.zst)?");

    /** What libraries write about a data set beside it. */
    private static final Set<String> ABOUT =
            Set.of("config.json", "dataset_info.json", "dataset_infos.json", "dataset_dict.json", "state.json");

    private DataFileNames() {}

    /** Those with rows, in order. Where there are several kinds, each a copy of the others, the kind with most files. */
    static List<String> among(Collection<String> files) {
        var byKind = files.stream()
                .filter(file -> !isHidden(file) && !ABOUT.contains(file.substring(file.lastIndexOf('/') + 1)))
                .filter(file -> kind(file).isPresent())
                .sorted()
                .collect(Collectors.groupingBy(file -> kind(file).orElseThrow()));
        return byKind.entrySet().stream()
                .max(Comparator.<Map.Entry<String, List<String>>>comparingInt(
                                kind -> kind.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getValue)
                .orElse(List.of());
    }

    private static boolean isHidden(String file) {
        return Pattern.compile("/").splitAsStream(file).anyMatch(part -> part.startsWith(".") || part.startsWith("__"));
    }

    private static Optional<String> kind(String file) {
        var matcher = NAME.matcher(file);
        return matcher.matches()
                ? Optional.of(matcher.group(1).replaceFirst("jsonl|ndjson", "json"))
                : Optional.empty();
    }
}
