package io.kernelign.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.LoadState;
import io.kernelign.browser.harness.Window;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What comes when somebody opens the platform. */
@Tag("browser")
class FirstPageTest {

    private static final int MOST_BYTES = 300_000;

    @Test
    void it_takes_less_than_300_kilobytes_all_from_this_server() {
        try (var window = Window.open().at("/")) {
            window.page().waitForLoadState(LoadState.NETWORKIDLE);

            var bytes = (Number) window.page().evaluate("""
                    () => ['navigation', 'resource'].flatMap((type) => performance.getEntriesByType(type))
                      .reduce((sum, entry) => sum + entry.transferSize, 0)""");

            assertThat(bytes.intValue()).isBetween(10_000, MOST_BYTES);
            window.assertClean();
        }
    }

    @Test
    void files_are_kept_for_ever_under_urls_that_change_with_them_and_the_page_is_asked_for_anew() {
        try (var window = Window.open()) {
            var document = window.page().navigate("/jobs");
            var module = window.page()
                    .request()
                    .get(window.page().locator("script[type=module]").getAttribute("src"));

            assertThat(document.headerValue("cache-control")).isEqualTo("no-cache");
            assertThat(module.headers())
                    .containsEntry("cache-control", "max-age=31536000, public, immutable")
                    .containsEntry("content-type", "text/javascript");
        }
    }

    @Test
    void scripts_and_styles_that_are_not_its_own_do_not_run() {
        try (var window = Window.open()) {
            var policy = window.page().navigate("/").headerValue("content-security-policy");
            window.settled();
            window.page().evaluate("""
                    () => {
                      const script = document.createElement('script');
                      script.textContent = 'window.intruder = true';
                      document.body.append(script);
                    }""");

            assertThat(policy)
                    .contains("default-src 'none'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(window.page().evaluate("() => window.intruder")).isNull();
        }
    }

    @Test
    void the_keyboard_reaches_the_content_first_and_then_every_page() {
        try (var window = Window.open().at("/")) {
            var keyboard = window.page().keyboard();

            keyboard.press("Tab");
            assertThat(focused(window)).isEqualTo("Skip to the content");
            keyboard.press("Enter");
            assertThat(window.page().evaluate("() => document.activeElement.id"))
                    .isEqualTo("main");

            window.page().locator(".rail .brand").focus();
            keyboard.press("Tab");
            keyboard.press("Tab");
            assertThat(focused(window)).isEqualTo("Data sets");
            keyboard.press("Enter");
            window.page()
                    .getByRole(com.microsoft.playwright.options.AriaRole.HEADING)
                    .getByText("Data sets")
                    .first()
                    .waitFor();
            assertThat(window.page().url()).endsWith("/datasets");
            window.assertClean();
        }
    }

    private static String focused(Window window) {
        return (String) window.page().evaluate("() => document.activeElement.textContent.trim()");
    }

    @Test
    void the_theme_is_the_system_s_until_the_reader_chooses_and_is_then_kept() {
        try (var window = Window.open().at("/")) {
            var toggle = window.page().locator(".rail footer button");
            toggle.click();
            toggle.click();
            window.page().reload();
            window.settled();

            assertThat(window.page().evaluate("() => document.documentElement.dataset.theme"))
                    .isEqualTo("dark");
            assertThat(window.page().evaluate("() => getComputedStyle(document.body).backgroundColor"))
                    .isEqualTo("rgb(11, 11, 13)");
        }
    }

    @Test
    void where_there_is_no_page_it_says_so() {
        try (var window = Window.open().at("/jobs/one/two/three")) {
            assertThat(window.page().locator("main").textContent())
                    .contains("There is no page here", "/jobs/one/two/three");
        }
    }
}
