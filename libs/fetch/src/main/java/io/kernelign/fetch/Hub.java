package io.kernelign.fetch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The Hugging Face hub, by its HTTP protocol. Safe to share between threads. */
public final class Hub {

    private static final int LONGEST_LISTING = 20_000_000;

    private final HubSettings settings;
    private final RedirectedHttp http;

    public Hub(HubSettings settings) {
        this.settings = settings;
        http = new RedirectedHttp(
                new HubManners(settings), settings.perseverance().silence());
    }

    /**
     * What a repository holds now.
     *
     * @throws FetchException when it cannot be had: it is not there, it is not for us, or the hub stays away
     */
    public HubListing list(HubRepository repository, FetchListener listener) throws InterruptedException {
        return new Patience(settings.endpoint().toString(), settings.perseverance(), listener)
                .insist(() -> ask(repository));
    }

    private HubListing ask(HubRepository repository) throws IOException {
        var path = repository.listing() + PathText.segment(repository.revision()) + "?blobs=true";
        try (var answer = http.get(settings.resource(path), Map.of())) {
            new HubRefusals(repository, Optional.empty(), settings).requireContent(answer);
            var body = answer.body().readNBytes(LONGEST_LISTING + 1);
            if (body.length > LONGEST_LISTING) {
                throw new FetchException("the hub's list of the files of " + repository + " is longer than "
                        + LONGEST_LISTING + " bytes");
            }
            return HubListing.parse(repository, body);
        }
    }

    /**
     * Brings a file here unless it is; it goes on with what an earlier try has brought.
     *
     * @param repository at a commit
     * @param longest bytes that the file may have
     * @param target where it goes; what has come of it lies beside it, as {@code NAME.part}
     * @throws FetchException when it cannot be had: it is not there, it arrives with other bytes than promised, the hub
     *     stays away, it is too large, or there is no room
     * @throws IOException when it cannot be kept
     */
    public void fetch(HubRepository repository, String name, long longest, Path target, FetchListener listener)
            throws IOException, InterruptedException {
        var file = new HubFile(repository, name, longest, settings, http);
        new Download(file, target, settings.perseverance(), listener).run();
    }
}
