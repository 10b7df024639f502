package io.kernelign.fetch;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A repository of the hub at a revision.
 *
 * @param name {@code owner/name}
 * @param revision branch, tag or commit
 */
public record HubRepository(Kind kind, String name, String revision) {

    /** What is in it, which says where the hub has it. */
    public enum Kind {
        MODEL("models", "", "model"),
        DATASET("datasets", "/datasets", "data set");

        private final String api;
        private final String folder;
        private final String noun;

        Kind(String api, String folder, String noun) {
            this.api = api;
            this.folder = folder;
            this.noun = noun;
        }

        String noun() {
            return noun;
        }
    }

    /** What tells the name of something on the hub from other names. */
    public static final String PREFIX = "hf:";

    /** A repository's name, and a revision, as regular expressions. */
    public static final String NAME_PATTERN = "[A-Za-z0-9_][A-Za-z0-9._-]{0,95}/[A-Za-z0-9_][A-Za-z0-9._-]{0,95}";

    public static final String DEFAULT_REVISION = "main";

    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");

    /** The same at one commit. */
    public HubRepository at(String commit) {
        return new HubRepository(kind, name, commit);
    }

    /** The commit, where the revision is one. */
    public Optional<String> commit() {
        return Optional.of(revision).filter(text -> COMMIT.matcher(text).matches());
    }

    /** Where its files are listed; the revision is added. */
    String listing() {
        return "/api/" + kind.api + "/" + name + "/revision/";
    }

    /** Where a person looks at it, and its files lie below. */
    String page() {
        return kind.folder + "/" + name;
    }

    /** As people name it: {@code hf:owner/name@revision}. */
    @Override
    public String toString() {
        return PREFIX + name + "@" + revision;
    }
}
