package io.kernelign.hub;

import io.kernelign.fetch.HubRepository;
import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A model of the hub as a job names it: {@code hf:owner/name}, or {@code hf:owner/name@revision}.
 *
 * @param repository {@code owner/name}
 * @param revision branch, tag or commit; {@code main} where none is named
 */
public record HubModel(String repository, String revision) {

    /** What tells such a name from one in the folder of models. */
    public static final String PREFIX = HubRepository.PREFIX;

    public static final String ACCEPTED = "hf:owner/name or hf:owner/name@revision";
    /** The same as a regular expression of JSON Schema. */
    public static final String PATTERN =
            "^" + PREFIX + HubRepository.NAME_PATTERN + "(@[A-Za-z0-9_][A-Za-z0-9._/-]{0,199})?$";

    private static final Pattern NAME = Pattern.compile(PATTERN);

    public static boolean isNamedBy(String text) {
        return text.startsWith(PREFIX);
    }

    /** @throws InvalidInputException when it is no such name; the error's field is the text itself, without a path */
    public static HubModel parse(String text) {
        if (!NAME.matcher(text).matches() || text.contains("..")) {
            throw new InvalidInputException(FieldError.unacceptable("", text, ACCEPTED));
        }
        var parts = text.substring(PREFIX.length()).split("@", 2);
        return new HubModel(parts[0], parts.length == 2 ? parts[1] : HubRepository.DEFAULT_REVISION);
    }

    /** The name by which other tools know a model: {@code owner/name} for one of the hub. */
    public static String publicName(String model) {
        return isNamedBy(model) ? parse(model).repository() : model;
    }

    /** The same model at one commit. */
    HubModel at(String commit) {
        return new HubModel(repository, commit);
    }

    /** The commit, where the revision is one. */
    Optional<String> commit() {
        return inHub().commit();
    }

    HubRepository inHub() {
        return new HubRepository(HubRepository.Kind.MODEL, repository, revision);
    }

    /** The name in a job. */
    @Override
    public String toString() {
        return inHub().toString();
    }
}
