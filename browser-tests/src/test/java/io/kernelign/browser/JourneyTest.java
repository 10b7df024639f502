package io.kernelign.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsEnabledOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import io.kernelign.browser.harness.Looks;
import io.kernelign.browser.harness.Platform;
import io.kernelign.browser.harness.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From a file of HH-RLHF to an adapter, by hand and in one window, on a desk in light and on a phone in the dark. */
@Tag("browser")
@Tag("shared")
class JourneyTest {

    private static final Path HH_RLHF =
            Path.of(System.getProperty("kernelign.shared"), "data/preferences/hh-rlhf/harmless-base.jsonl.gz");
    private static final double PATIENCE = 600_000;

    @Test
    void on_a_desk() throws IOException {
        travel(Looks.DESKTOP_LIGHT);
    }

    @Test
    void on_a_phone() throws IOException {
        travel(Looks.PHONE_DARK);
    }

    private static void travel(Looks looks) throws IOException {
        try (var window = Window.open(looks).at("/")) {
            var page = window.page();
            page.evaluate("() => { window.loadedOnce = true; }");

            menu(page, "Data sets");
            page.locator("input[type=file]").setInputFiles(HH_RLHF);
            page.getByText("Read the report").click(new Locator.ClickOptions().setTimeout(PATIENCE));
            assertThat(page.locator("h1")).hasText(HH_RLHF.getFileName().toString());
            assertThat(page.locator("main")).containsText("English");
            page.getByText("Lengths in characters").waitFor();
            window.picture("journey-1-report");

            button(page, "Recommend an objective").click();
            button(page, "Use this").waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE));
            assertThat(page.locator("main")).containsText("What was measured");
            assertThat(page.locator(".plot.interval")).hasCount(8);
            page.getByText("Map of the embeddings").waitFor();
            window.settled();
            window.picture("journey-2-recommendation");

            button(page, "Use this").click();
            var recommended = start(window, "recommended", null);
            window.picture("journey-4-job");
            menu(page, "Jobs");
            page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("New job"))
                    .click();
            var dpo = start(window, "dpo", "none");

            menu(page, "Compare");
            page.locator(".picks").getByText("recommended").first().click();
            page.locator(".picks").getByText("dpo").first().click();
            assertThat(page).hasURL(Pattern.compile(".*" + recommended + ".*" + dpo + ".*"));
            assertThat(page.locator("main")).containsText("Last values");
            page.getByText("Loss in training").first().waitFor();
            window.picture("journey-5-compare");

            page.locator("table").getByText("recommended").first().click();
            var download = page.waitForDownload(
                    () -> page.getByText("Download the adapter").click());

            assertThat(Files.size(download.path())).isPositive();
            assertThat(page.evaluate("() => window.loadedOnce")).isEqualTo(true);
            window.assertClean();
        }
    }

    /** Fills the form, starts the job and watches it to its end; the job's id. */
    private static String start(Window window, String name, String kernel) {
        var page = window.page();
        page.getByLabel("Model", new Page.GetByLabelOptions().setExact(true)).fill(Platform.MODEL);
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill(name);
        page.getByLabel("Steps", new Page.GetByLabelOptions().setExact(true)).fill("12");
        page.getByLabel("Batch tokens").fill("512");
        if (kernel != null) {
            page.getByLabel("Data set").selectOption(new SelectOption().setIndex(1));
            page.getByText("My own").click();
            page.getByLabel("Kernel").selectOption(kernel);
        }
        page.getByText("What the kernel makes of a margin").waitFor();
        var start = button(page, "Start the job");
        assertThat(start).isEnabled(new IsEnabledOptions().setTimeout(60_000));
        if (kernel == null) {
            window.picture("journey-3-new-job");
        }
        start.click();
        page.waitForURL(Pattern.compile(".*/jobs/job_.*"));
        assertThat(page.locator(".title")).containsText("Succeeded", new ContainsTextOptions().setTimeout(PATIENCE));
        assertThat(page.locator("main"))
                .containsText("Held-out accuracy", new ContainsTextOptions().setTimeout(60_000));
        return page.url().replaceFirst(".*/jobs/", "");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name));
    }

    /** On a phone the pages are behind a menu. */
    private static void menu(Page page, String name) {
        var menu = button(page, "Menu");
        if (menu.isVisible()) {
            menu.click();
        }
        page.locator(".rail nav").getByText(name).click();
        page.locator("h1").getByText(name).waitFor();
    }
}
