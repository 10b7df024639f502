package io.kernelign.gateway.source;

import io.kernelign.fetch.FetchException;
import io.kernelign.fetch.FetchListener;
import io.kernelign.fetch.Hub;
import io.kernelign.fetch.HubRepository;
import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A data set of the Hugging Face hub: {@code hf:owner/name[@revision][/split]}.
 *
 * @param split {@code null} for all of it
 */
record HubSource(HubRepository repository, String split, Hub hub) implements DatasetSource {

    /** Such sources. */
    record Kind(boolean isOn, Hub hub) implements SourceKind {

        /** A revision is one segment, unless it is a reference of git, which has three. */
        private static final Pattern FORM = Pattern.compile(HubRepository.PREFIX
                + "(?<name>" + HubRepository.NAME_PATTERN + ")"
                + "(?:@(?<revision>refs/[A-Za-z0-9_][A-Za-z0-9._-]*/[A-Za-z0-9_][A-Za-z0-9._-]*"
                + "|[A-Za-z0-9_][A-Za-z0-9._-]*))?"
                + "(?:/(?<split>[A-Za-z0-9_][A-Za-z0-9._-]*))?");

        @Override
        public String prefix() {
            return HubRepository.PREFIX;
        }

        @Override
        public String accepted() {
            return "hf:owner/name[@revision][/split]";
        }

        @Override
        public String property() {
            return "kernelign.sources.hf.enabled";
        }

        @Override
        public DatasetSource parse(String text) {
            var matcher = FORM.matcher(text);
            if (!matcher.matches() || text.contains("..")) {
                throw new InvalidInputException(FieldError.unacceptable("", text, accepted()));
            }
            var revision = matcher.group("revision");
            var repository = new HubRepository(
                    HubRepository.Kind.DATASET,
                    matcher.group("name"),
                    revision == null ? HubRepository.DEFAULT_REVISION : revision);
            return new HubSource(repository, matcher.group("split"), hub);
        }
    }

    @Override
    public String name() {
        return repository.name() + (split == null ? "" : "/" + split);
    }

    @Override
    public List<OfferedFile> offer(FetchListener listener) throws InterruptedException {
        var listing = hub.list(repository, listener);
        var splits = SplitFiles.among(listing.files());
        return chosen(splits).withSides().stream()
                .map(file -> new OfferedFile(
                        file.name(),
                        listing.sizes().get(file.name()),
                        listing.repository().revision(),
                        file.split()))
                .toList();
    }

    private SplitFiles chosen(SplitFiles splits) {
        if (splits.isEmpty()) {
            throw new FetchException(repository + " has no file of a data set; accepted are " + SplitFiles.ACCEPTED);
        }
        if (split == null && !splits.areSides()) {
            throw new FetchException(repository + " has the splits " + splits + "; name one, as in " + repository + "/"
                    + splits.first());
        }
        if (split != null && !splits.has(split)) {
            throw new FetchException(repository + " has no split " + split + "; it has " + splits);
        }
        return split == null ? splits : splits.only(split);
    }

    @Override
    public void fetch(OfferedFile file, long longest, Path target, FetchListener listener)
            throws IOException, InterruptedException {
        hub.fetch(repository.at(file.version()), file.name(), longest, target, listener);
    }

    @Override
    public String toString() {
        return repository + (split == null ? "" : "/" + split);
    }
}
