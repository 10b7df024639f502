package io.kernelign.gateway.source;

import io.kernelign.fetch.Download;
import io.kernelign.fetch.FetchException;
import io.kernelign.fetch.FetchListener;
import io.kernelign.fetch.Perseverance;
import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * An object of a bucket, or all below a prefix that ends in a slash.
 *
 * @param key empty for the whole bucket
 * @param client asked for only once something is wanted, as a service without S3 needs no credentials
 */
record S3Source(String bucket, String key, Supplier<S3Client> client) implements DatasetSource {

    private static final int MOST_FILES = 1_000;
    private static final int MOST_OBJECTS = 100_000;

    /**
     * Such sources.
     *
     * @param buckets those that may be read
     */
    record Kind(boolean isOn, Set<String> buckets, Supplier<S3Client> client) implements SourceKind {

        private static final Pattern FORM = Pattern.compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:/(.{0,1024}))?");

        @Override
        public String prefix() {
            return "s3://";
        }

        @Override
        public String accepted() {
            return "s3://bucket/key or s3://bucket/prefix/";
        }

        @Override
        public String property() {
            return "kernelign.sources.s3.enabled";
        }

        @Override
        public DatasetSource parse(String text) {
            var matcher = FORM.matcher(text);
            if (!matcher.matches()) {
                throw new InvalidInputException(FieldError.unacceptable("", text, accepted()));
            }
            if (!buckets.contains(matcher.group(1))) {
                throw new InvalidInputException(
                        FieldError.unacceptable("", text, "a bucket that kernelign.sources.s3.buckets names"));
            }
            return new S3Source(matcher.group(1), matcher.group(2) == null ? "" : matcher.group(2), client);
        }
    }

    private boolean isPrefix() {
        return key.isEmpty() || key.endsWith("/");
    }

    @Override
    public String name() {
        var parts = key.split("/");
        return key.isEmpty() ? bucket : parts[parts.length - 1];
    }

    @Override
    public List<OfferedFile> offer(FetchListener listener) {
        try {
            return isPrefix() ? below(listener) : List.of(one());
        } catch (SdkException e) {
            throw S3Refusals.of(this, e);
        }
    }

    private OfferedFile one() {
        var object = client.get().headObject(request -> request.bucket(bucket).key(key));
        return new OfferedFile(key, object.contentLength(), object.eTag(), null);
    }

    private List<OfferedFile> below(FetchListener listener) {
        var objects = new ArrayList<S3Object>();
        for (var object : client.get()
                .listObjectsV2Paginator(request -> request.bucket(bucket).prefix(key))
                .contents()) {
            listener.check();
            objects.add(object);
            if (objects.size() > MOST_OBJECTS) {
                throw new FetchException(this + " has more than " + MOST_OBJECTS + " objects");
            }
        }
        var splits = SplitFiles.among(objects.stream()
                .map(object -> object.key().substring(key.length()))
                .toList());
        if (splits.isEmpty()) {
            throw new FetchException(this + " has no file of a data set; accepted are " + SplitFiles.ACCEPTED);
        }
        var files =
                splits.withSides().stream().map(file -> offered(file, objects)).toList();
        if (files.size() > MOST_FILES) {
            throw new FetchException(this + " has " + files.size() + " files; accepted are " + MOST_FILES + " at most");
        }
        return files;
    }

    private OfferedFile offered(SplitFiles.SplitFile file, List<S3Object> objects) {
        var object = objects.stream()
                .filter(candidate -> candidate.key().equals(key + file.name()))
                .findAny()
                .orElseThrow();
        return new OfferedFile(object.key(), object.size(), object.eTag(), file.split());
    }

    @Override
    public void fetch(OfferedFile file, long longest, Path target, FetchListener listener)
            throws IOException, InterruptedException {
        var object = new S3File(bucket, file.name(), file.version(), longest, client.get());
        new Download(object, target, Perseverance.USUAL, listener).run();
    }

    @Override
    public String toString() {
        return "s3://" + bucket + "/" + key;
    }
}
