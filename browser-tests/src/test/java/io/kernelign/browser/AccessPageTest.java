package io.kernelign.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.LocatorOptions;
import com.microsoft.playwright.options.AriaRole;
import io.kernelign.browser.harness.Looks;
import io.kernelign.browser.harness.Platform;
import io.kernelign.browser.harness.Window;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An admin's pages, on a platform that asks for keys. */
@Tag("browser")
class AccessPageTest {

    @Test
    void a_key_that_is_made_works_until_it_is_revoked() {
        try (var window = signedIn()) {
            button(window, "Make the key").click();
            assertThat(window.page().locator("main")).containsText("name is \"\"; accepted is a text");
            window.forgetErrors();

            label(window, "Name").fill("nightly");
            label(window, "Role").selectOption("reader");
            button(window, "Make the key").click();
            var secret = window.page().locator("code.secret").textContent();
            window.picture("access-keys");
            assertThat(window.barriers()).isEmpty();
            assertThat(answered(secret)).isEqualTo(200);

            button(window, "Revoke nightly").click();
            button(window, "Revoke it").click();
            assertThat(window.page().locator("main")).containsText("Revoked");
            assertThat(answered(secret)).isEqualTo(401);
            window.assertClean();
        }
    }

    @Test
    void a_tenant_that_is_made_is_given_limits() {
        try (var window = signedIn()) {
            link(window, "Tenants").click();
            label(window, "Id").fill("acme");
            button(window, "Make the tenant").click();
            var card = window.page().locator("section.card", new LocatorOptions().setHasText("acme"));
            card.getByLabel("Requests per minute").fill("600");
            card.getByText("Set the limits").click();

            assertThat(card).containsText("They hold from now on.");
            var limits = Platform.askingForKeys()
                    .http()
                    .send("/api/v1/tenants/acme/limits", request -> authorized(request, Platform.ADMIN_KEY)
                            .GET())
                    .json();
            assertThat(limits.get("requestsPerMinute").asLong()).isEqualTo(600);
            window.picture("access-tenants");
            assertThat(window.barriers()).isEmpty();

            link(window, "Audit trail").click();
            assertThat(window.page().locator("main")).containsText("/api/v1/tenants/{id}/limits");
            window.picture("access-audit");
            assertThat(window.barriers()).isEmpty();
            window.assertClean();
        }
    }

    private static Window signedIn() {
        var window = Window.open(Platform.askingForKeys(), Looks.DESKTOP_LIGHT).at("/jobs");
        window.page().getByLabel("Key").fill(Platform.ADMIN_KEY);
        window.page().keyboard().press("Enter");
        link(window, "Access").click();
        assertThat(window.page().locator("h1")).hasText("Access");
        window.forgetErrors();
        return window;
    }

    private static int answered(String key) {
        return Platform.askingForKeys()
                .http()
                .send("/api/v1/jobs", request -> authorized(request, key).GET())
                .status();
    }

    private static HttpRequest.Builder authorized(HttpRequest.Builder request, String key) {
        return request.header("Authorization", "Bearer " + key);
    }

    private static Locator button(Window window, String name) {
        return window.page()
                .getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator link(Window window, String name) {
        return window.page()
                .getByRole(AriaRole.LINK, new GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator label(Window window, String name) {
        return window.page().getByLabel(name, new GetByLabelOptions().setExact(true));
    }
}
