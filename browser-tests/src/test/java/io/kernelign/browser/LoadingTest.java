package io.kernelign.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.browser.harness.Platform;
import io.kernelign.browser.harness.Window;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How pages come to what they show. */
@Tag("browser")
class LoadingTest {

    private static List<String> pages() {
        var platform = Platform.running();
        return List.of(
                "/datasets/" + platform.dataset(),
                "/recommendations/" + platform.recommendation(),
                "/jobs/" + platform.job());
    }

    /** What is asked for while a page's modules load is what the page then takes. */
    @ParameterizedTest
    @MethodSource("pages")
    void a_page_of_what_goes_on_no_longer_asks_for_nothing_twice(String path) {
        var asked = new ArrayList<String>();
        try (var window = Window.open()) {
            window.page().onRequest(request -> asked.add(request.url()));
            window.at(path);

            assertThat(asked).anyMatch(url -> url.endsWith("/api/v1" + path)).doesNotHaveDuplicates();
            window.assertClean();
        }
    }
}
