package io.kernelign.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.kernelign.browser.harness.Looks;
import io.kernelign.browser.harness.Platform;
import io.kernelign.browser.harness.Window;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A platform that asks for keys. */
@Tag("browser")
class SignInTest {

    @Test
    void the_page_asks_for_a_key_says_when_it_is_not_accepted_and_goes_on_with_one_that_is() {
        try (var window =
                Window.open(Platform.askingForKeys(), Looks.DESKTOP_LIGHT).at("/jobs")) {
            var page = window.page();
            assertThat(page.locator("main")).containsText("Begins with kn_");
            window.picture("sign-in");
            assertThat(window.barriers()).isEmpty();

            enter(window, "kn_" + "8".repeat(43));
            assertThat(page.locator("main")).containsText("The key is not accepted.");

            enter(window, Platform.ADMIN_KEY);
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
