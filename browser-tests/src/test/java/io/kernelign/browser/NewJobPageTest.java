package io.kernelign.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.options.AriaRole;
import io.kernelign.browser.harness.Platform;
import io.kernelign.browser.harness.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The form of a job that begins as another one, whose objective was recommended: HMK with a divergence. */
@Tag("browser")
class NewJobPageTest {

    private Window window;

    @BeforeEach
    void open() {
        window = Window.open().at("/jobs/new?from=" + Platform.running().job());
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void a_kernel_may_be_taken_away_and_the_job_is_right_without_what_it_needed() {
        field("Kernel").selectOption("none");
        field("Divergence").selectOption("");
        var objective = started("without a kernel").at("/spec/objective");

        assertThat(objective.at("/kernel/name").asString()).isEqualTo("none");
        assertThat(objective.at("/divergence/name").asString()).isEqualTo("none");
    }

    @Test
    void one_button_makes_it_plain_dpo() {
        button("Plain DPO").click();
        var objective = started("plain").at("/spec/objective");

        assertThat(objective.at("/kernel/name").asString()).isEqualTo("none");
        assertThat(objective.has("embedding")).isFalse();
    }

    @Test
    void what_does_not_fit_is_said_at_its_field_even_in_a_fold() {
        field("Divergence").selectOption("kl");
        window.page().getByText("More of the objective").click();
        field("Estimator").selectOption("sampled");
        window.page().getByText("More of the objective").click();
        assertThat(field("Estimator")).isHidden();
        field("Divergence").selectOption("");

        assertThat(field("Estimator")).isVisible();
        assertThat(field("Estimator")).hasAttribute("aria-invalid", "true");
        assertThat(window.page().getByRole(AriaRole.ALERT)).containsText("objective.estimator");
        assertThat(button("Start the job")).isDisabled();

        field("Estimator").selectOption("");
        assertThat(button("Start the job")).isEnabled();
    }

    /** Starts the job, and cancels it. */
    private JsonNode started(String name) {
        field("Name").fill(name);
        button("Start the job").click();

        assertThat(window.page().locator("h1")).hasText(name, new HasTextOptions().setTimeout(60_000));
        window.assertClean();
        var path = "/api/v1"
                + window.page().url().substring(Platform.running().url().length());
        return Platform.running().http().post(path + "/cancel", "").json();
    }

    private Locator button(String name) {
        return window.page().getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name));
    }

    private Locator field(String label) {
        return window.page().getByLabel(label, new GetByLabelOptions().setExact(true));
    }
}
