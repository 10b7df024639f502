package io.kernelign.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.WaitForOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.options.AriaRole;
import io.kernelign.browser.harness.Looks;
import io.kernelign.browser.harness.Platform;
import io.kernelign.browser.harness.Window;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From a file of HH-RLHF, as it was downloaded, to an adapter that has been held against plain DPO: all in one window. */
@Tag("browser")
@Tag("shared")
class JourneyTest {

    private static final Path HH_RLHF =
            Path.of(System.getProperty("kernelign.shared"), "data/preferences/hh-rlhf/harmless-base.jsonl.gz");
    private static final double PATIENCE_MILLIS = 900_000;
    private static final String ALIGNED = "HH-RLHF, as recommended";
    private static final String DPO = "HH-RLHF, plain DPO";

    private final Map<String, String> seen = new LinkedHashMap<>();
    private final Window window = Window.open();

    @Test
    void a_file_becomes_an_adapter_without_a_reload_or_an_error() throws IOException {
        try (window) {
            window.at("/datasets").page().evaluate("() => { window.loadedOnce = true; }");
            upload();
            recommendation();
            var aligned = train(ALIGNED, "aligned");
            button("Run again…", AriaRole.LINK).click();
            button("Plain DPO", AriaRole.BUTTON).click();
            train(DPO, "dpo");
            compare();
            download(aligned);

            assertThat(window.page().evaluate("() => window.loadedOnce")).isEqualTo(true);
            window.assertClean();
        }
        for (var looks : Looks.values()) {
            seen.forEach((name, path) -> keep(name, path, looks));
        }
    }

    private void upload() {
        window.page().locator("input[type=file]").setInputFiles(HH_RLHF);
        var report = window.page().getByText("Read the report");
        waitFor(report);
        report.click();

        assertThat(window.page().locator("h1")).hasText("harmless-base.jsonl.gz");
        assertThat(window.page().locator(".title")).containsText("hh-rlhf");
        see("report");
    }

    private void recommendation() {
        button("Recommend an objective", AriaRole.BUTTON).click();
        var use = button("Use this", AriaRole.BUTTON);
        waitFor(use);

        assertThat(window.page().locator("main")).containsText("How firm it is");
        see("recommendation");
        use.click();
        window.page().getByLabel("Model").fill(Platform.MODEL);
        field("Steps").fill("60");
        field("Learning rate").fill("5e-5");
        field("Every steps").fill("10");
        see("new-job");
    }

    /** @return the path of the job, which has succeeded */
    private String train(String name, String picture) {
        field("Name").fill(name);
        button("Start the job", AriaRole.BUTTON).click();

        assertThat(window.page().locator("h1")).hasText(name, new HasTextOptions().setTimeout(60_000));
        assertThat(window.page().locator(".title"))
                .containsText("Succeeded", new ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
        return see(picture);
    }

    private void compare() {
        button("Compare", AriaRole.LINK).click();
        window.page().getByLabel(DPO).first().check();
        window.page().getByLabel(ALIGNED).first().check();

        assertThat(window.page().locator("main")).containsText("Last values");
        see("compared");
    }

    private void download(String job) throws IOException {
        window.page().locator("table").getByText(ALIGNED).click();
        assertThat(window.page().locator("h1")).hasText(ALIGNED);
        var adapter = window.page()
                .waitForDownload(
                        () -> window.page().getByText("Download the adapter").click());

        var kept = Platform.running().http().get("/api/v1" + job + "/artifacts/adapter_model.safetensors");
        assertThat(Files.readAllBytes(adapter.path())).isEqualTo(kept.response().body());
    }

    private Locator button(String name, AriaRole role) {
        return window.page().getByRole(role, new GetByRoleOptions().setName(name));
    }

    /** One that is seen: folds have fields of the same names. */
    private Locator field(String label) {
        return window.page()
                .getByRole(
                        AriaRole.TEXTBOX, new GetByRoleOptions().setName(label).setExact(true));
    }

    private static void waitFor(Locator locator) {
        locator.waitFor(new WaitForOptions().setTimeout(PATIENCE_MILLIS));
    }

    /** Remembers the page for its pictures. */
    private String see(String name) {
        window.settled();
        var url = URI.create(window.page().url());
        seen.put(name, url.getRawPath() + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery()));
        return url.getRawPath();
    }

    private static void keep(String name, String path, Looks looks) {
        try (var window = Window.open(looks).at(path)) {
            window.picture("journey-" + name);

            assertThat(window.barriers()).isEmpty();
            assertThat(window.overflows()).as("wider than the window").isFalse();
            window.assertClean();
        }
    }
}
