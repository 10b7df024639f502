package io.kernelign.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.browser.harness.Looks;
import io.kernelign.browser.harness.Platform;
import io.kernelign.browser.harness.Window;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A platform that asks for keys. */
@Tag("browser")
class SignInTest {

    private static final String KEY = "kn_" + "7".repeat(43);

    private static Platform platform;

    @BeforeAll
    static void start() {
        platform = Platform.askingForKeys(KEY);
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void the_page_asks_for_a_key_says_when_it_is_not_accepted_and_goes_on_with_one_that_is() {
        try (var window = Window.open(platform, Looks.DESKTOP_LIGHT).at("/jobs")) {
            var page = window.page();
            assertThat(page.locator("main")).containsText("Begins with kn_");
            window.picture("sign-in");
            assertThat(window.barriers()).isEmpty();

            enter(window, "kn_" + "8".repeat(43));
            assertThat(page.locator("main")).containsText("The key is not accepted.");

            enter(window, KEY);
            assertThat(page.locator("main")).containsText("Nothing has been trained yet.");
            assertThat(page.locator("h1")).hasText("Jobs");

            page.getByText("Sign out").click();
            assertThat(page.getByLabel("Key")).isVisible();
        }
    }

    private static void enter(Window window, String key) {
        window.page().getByLabel("Key").fill(key);
        window.page().keyboard().press("Enter");
    }
}
