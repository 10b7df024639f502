package io.kernelign.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.browser.harness.Looks;
import io.kernelign.browser.harness.Platform;
import io.kernelign.browser.harness.Window;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Every page, in light and dark, on a desk and on a phone. */
@Tag("browser")
class PagesTest {

    private record Shown(String name, String path) {}

    private static List<Shown> pages() {
        var platform = Platform.running();
        var dataset = "/datasets/" + platform.dataset();
        var job = "/jobs/" + platform.job();
        var recommendation = platform.recommendation();
        return List.of(
                new Shown("home", "/"),
                new Shown("datasets", "/datasets"),
                new Shown("dataset", dataset + "?model=" + Platform.MODEL),
                new Shown("pairs", dataset + "/pairs"),
                new Shown("recommendation", "/recommendations/" + recommendation),
                new Shown("jobs", "/jobs"),
                new Shown(
                        "new-job",
                        "/jobs/new?model=" + Platform.MODEL + "&dataset=" + platform.dataset() + "&recommendation="
                                + recommendation),
                new Shown("sweeps", "/sweeps"),
                new Shown("new-sweep", "/sweeps/new"),
                new Shown("compare", "/compare"),
                new Shown("leaderboard", "/leaderboard"),
                new Shown("try", "/try"),
                new Shown("job", job),
                new Shown("job-model", job + "/model"),
                new Shown("job-samples", job + "/samples"),
                new Shown("job-log", job + "/log"),
                new Shown("job-artifacts", job + "/artifacts"),
                new Shown("job-spec", job + "/spec"));
    }

    @TestFactory
    Stream<DynamicTest> each_page_fits_its_window_has_no_serious_barrier_and_says_no_error() {
        return Stream.of(Looks.values()).flatMap(looks -> pages().stream()
                .map(page -> DynamicTest.dynamicTest(page.name() + ", " + looks, () -> look(page, looks))));
    }

    private static void look(Shown page, Looks looks) {
        try (var window = Window.open(looks).at(page.path())) {
            window.picture(page.name());

            assertThat(window.barriers()).isEmpty();
            assertThat(window.overflows()).as("wider than the window").isFalse();
            window.assertClean();
        }
    }
}
