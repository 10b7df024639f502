package io.kernelign.training;

import io.kernelign.alignment.spectrum.MatrixSpectrum;
import io.kernelign.lm.config.Projection;
import io.kernelign.torch.Devices;
import io.kernelign.torch.Primitives;
import io.kernelign.torch.Scope;
import io.kernelign.torch.Torch;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * The eigenvalues of W'W of every projection of a policy. LAPACK reduces a small matrix on one core whatever it is given, so
 * small ones are taken several at once, each on a core of its own.
 */
final class PolicySpectra {

    /** What the matrices that are taken at once may need together. */
    private static final long MOST_BYTES = 128L << 20;

    private final Policy policy;

    private PolicySpectra(Policy policy) {
        this.policy = policy;
    }

    /** One for each projection of each layer, in their order. */
    static List<MatrixSpectrum> of(Policy policy) {
        var spectra = new PolicySpectra(policy);
        int atOnce = spectra.atOnce();
        if (atOnce == 1) {
            return spectra.places().stream().map(spectra::spectrum).toList();
        }
        var workers = Executors.newFixedThreadPool(atOnce, PolicySpectra::worker);
        try {
            return spectra.on(workers);
        } finally {
            workers.shutdown();
        }
    }

    private record Place(int layer, Projection projection) {}

    private List<Place> places() {
        var config = policy.model().config();
        return IntStream.range(0, config.layers().size())
                .boxed()
                .flatMap(layer -> config.projections().all().stream().map(map -> new Place(layer, map)))
                .toList();
    }

    private int atOnce() {
        if (Devices.current().gpu().isPresent()) {
            return 1;
        }
        var config = policy.model().config();
        long largest = config.projections().all().stream()
                .mapToLong(map -> (long) map.outputWidth(config) * map.inputWidth(config))
                .max()
                .orElseThrow();
        return Math.toIntExact(Math.max(1, Math.min(Torch.threads(), MOST_BYTES / (4 * Double.BYTES * largest))));
    }

    private static Thread worker(Runnable work) {
        var thread = new Thread(
                () -> {
                    Torch.threadsHere(1);
                    work.run();
                },
                "spectra");
        thread.setDaemon(true);
        return thread;
    }

    private List<MatrixSpectrum> on(ExecutorService workers) {
        var found = new ArrayList<CompletableFuture<MatrixSpectrum>>();
        for (var place : places()) {
            found.add(CompletableFuture.supplyAsync(() -> spectrum(place), workers));
        }
        try {
            return found.stream().map(CompletableFuture::join).toList();
        } catch (CompletionException e) {
            found.forEach(rest -> rest.cancel(false));
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException trouble ? trouble : e;
        }
    }

    private MatrixSpectrum spectrum(Place place) {
        try (var scope = Scope.plain()) {
            var weight = policy.weight(place.layer, place.projection);
            return new MatrixSpectrum(
                    place.projection.module(place.layer),
                    Primitives.squaredSingularValues(weight).doubles());
        }
    }
}
