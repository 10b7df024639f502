package io.kernelign.hub;

import io.kernelign.fetch.FetchException;
import io.kernelign.fetch.FetchListener;
import io.kernelign.fetch.Hub;
import io.kernelign.fetch.HubListing;
import io.kernelign.fetch.HubSettings;
import io.kernelign.input.InvalidInputException;
import io.kernelign.lm.ModelFolder;
import io.kernelign.lm.family.Families;
import io.kernelign.lm.weights.ShardIndex;
import io.kernelign.lm.weights.WeightFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Fetches models and finds those that were fetched. Safe to share between threads. */
public final class ModelHub {

    private final Hub hub;
    private final HubCache cache;

    /** @param folder for what was fetched */
    public ModelHub(HubSettings settings, Path folder) {
        hub = new Hub(settings);
        cache = new HubCache(folder);
    }

    /** The folder of a model that was fetched and whose revision is a commit; nobody is asked. */
    public Optional<Path> find(HubModel model) {
        return cache.find(model);
    }

    /**
     * Brings a model here unless it is; afterwards {@link #find} finds what was returned.
     *
     * @return the model at the commit that its revision means now
     * @throws FetchException when it cannot be had: it is not there, it is not for us, it arrives with other bytes than
     *     promised, the hub stays away, there is no room, or it is not a model that can be loaded
     */
    public HubModel fetch(HubModel model, FetchListener listener) throws InterruptedException {
        if (find(model).isPresent()) {
            return model;
        }
        var listing = hub.list(model.inHub(), listener);
        var pinned = model.at(listing.repository().revision());
        try {
            cache.alone(pinned, listener, () -> {
                if (find(pinned).isEmpty()) {
                    bring(pinned, listing, listener);
                }
            });
            return pinned;
        } catch (IOException e) {
            throw new FetchException(pinned + " cannot be kept below " + cache.path() + ": " + e.getMessage(), e);
        }
    }

    private void bring(HubModel model, HubListing listing, FetchListener listener)
            throws IOException, InterruptedException {
        var staging = cache.staging(model);
        var descriptions = WantedFiles.descriptions(listing);
        Files.createDirectories(staging);
        try {
            download(model, descriptions, staging, listener);
            Families.read(staging.resolve(ModelFolder.CONFIG));
            var weights = weights(listing, staging);
            requireRoom(listing, weights, staging);
            download(model, weights, staging, listener);
            ModelFolder.open(staging);
        } catch (InvalidInputException e) {
            cache.discard(model);
            throw new FetchException(model + " cannot be loaded: " + e.getMessage(), e);
        }
        cache.publish(model);
    }

    private void download(HubModel model, List<String> names, Path folder, FetchListener listener)
            throws IOException, InterruptedException {
        for (var name : names) {
            hub.fetch(model.inHub(), name, Long.MAX_VALUE, folder.resolve(name), listener);
        }
    }

    private static List<String> weights(HubListing listing, Path staging) {
        if (!WantedFiles.isSharded(listing)) {
            return List.of(WeightFiles.WHOLE);
        }
        var shards = ShardIndex.read(staging.resolve(WeightFiles.INDEX)).shards();
        for (var shard : shards) {
            if (!listing.has(shard)) {
                throw new FetchException(
                        listing.repository() + " has no " + shard + ", which its " + WeightFiles.INDEX + " names");
            }
        }
        return shards;
    }

    private static void requireRoom(HubListing listing, List<String> weights, Path staging) throws IOException {
        long here;
        try (var files = Files.list(staging)) {
            here = files.mapToLong(file -> file.toFile().length()).sum();
        }
        long needed = listing.bytes(weights) - here;
        long free = Files.getFileStore(staging).getUsableSpace();
        if (needed > free) {
            throw new FetchException("%s needs %d more bytes of disk below %s, and %d are free"
                    .formatted(listing.repository(), needed, staging.getParent().getParent(), free));
        }
    }
}
