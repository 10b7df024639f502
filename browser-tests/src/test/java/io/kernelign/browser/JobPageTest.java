package io.kernelign.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.GetByTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.options.AriaRole;
import io.kernelign.browser.harness.Looks;
import io.kernelign.browser.harness.Platform;
import io.kernelign.browser.harness.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** One job, while it runs and afterwards. */
@Tag("browser")
class JobPageTest {

    private static final ContainsTextOptions PATIENTLY = new ContainsTextOptions().setTimeout(240_000);

    private static String submit(String name, int steps) {
        var platform = Platform.running();
        var spec = Map.of(
                "name", name,
                "model", Platform.MODEL,
                "dataset", platform.dataset(),
                "objective", Map.of("kernel", "rbf", "divergence", "jensen_shannon"),
                "training", Map.of("steps", steps, "batchTokens", 512, "checkpointSteps", 10),
                "evaluation", Map.of("everySteps", 10, "pairs", 32));
        return platform.http()
                .post("/api/v1/jobs", JsonMapper.shared().writeValueAsString(spec))
                .json()
                .get("id")
                .asString();
    }

    @Test
    void a_running_job_is_seen_live_to_its_end_without_a_reload() {
        var job = submit("watched", 40);
        try (var window = Window.open(Looks.DESKTOP_DARK).at("/jobs/" + job)) {
            window.page().evaluate("() => { window.loadedOnce = true; }");
            assertThat(window.page().locator(".badge.live")).hasText("Training");
            assertThat(window.page().locator("main")).containsText("Reward margin", PATIENTLY);
            window.picture("job-live");

            assertThat(window.page().locator(".title")).containsText("Succeeded", PATIENTLY);
            assertThat(window.page().locator("main")).containsText("Step 40 of 40");
            assertThat(window.page().evaluate("() => window.loadedOnce")).isEqualTo(true);
            window.assertClean();
        }
    }

    @Test
    void a_job_can_be_paused_resumed_and_after_a_question_cancelled() {
        var job = submit("interrupted", 2000);
        try (var window = Window.open().at("/jobs/" + job)) {
            window.page()
                    .getByText("Pause", new GetByTextOptions().setExact(true))
                    .click();
            assertThat(window.page().locator(".title")).containsText("Paused", PATIENTLY);
            window.page()
                    .getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Resume"))
                    .click();
            window.page()
                    .getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Cancel"))
                    .click();
            window.page().getByText("Keep it").click();
            assertThat(window.page().locator("dialog")).hasCount(0);
            window.page()
                    .getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Cancel"))
                    .click();
            window.page().getByText("Cancel the job").click();

            assertThat(window.page().locator(".title")).containsText("Cancelled", PATIENTLY);
            window.assertClean();
        }
    }

    @Test
    void a_lost_connection_is_said_and_what_was_missed_is_caught_up_on() {
        var job = submit("unseen", 40);
        try (var window = Window.open().at("/jobs/" + job + "/log")) {
            assertThat(window.page().locator("main")).containsText("The job is training.", PATIENTLY);
            window.context().setOffline(true);
            assertThat(window.page().locator("main")).containsText("cannot be reached", PATIENTLY);
            window.context().setOffline(false);

            assertThat(window.page().locator("main")).containsText("The job is succeeded.", PATIENTLY);
            var told = Platform.running()
                    .http()
                    .get("/api/v1/jobs/" + job + "/events?limit=1000")
                    .json()
                    .get("items");
            assertThat(window.page().locator(".log li")).hasCount(Math.min(200, told.size()));
        }
    }

    @Test
    void the_base_and_the_tuned_model_answer_the_same_held_out_prompts() {
        try (var window = Window.open().at("/jobs/" + Platform.running().job() + "/samples")) {
            window.page().getByText("Answer held-out prompts").click();

            assertThat(window.page().locator("article")).hasCount(3, new HasCountOptions().setTimeout(120_000));
            window.picture("job-samples-answered");
            window.assertClean();
        }
    }

    @Test
    void the_adapter_is_downloaded_as_it_was_made() throws IOException {
        var platform = Platform.running();
        try (var window = Window.open().at("/jobs/" + platform.job())) {
            var download = window.page()
                    .waitForDownload(() ->
                            window.page().getByText("Download the adapter").click());

            var kept = platform.http().get("/api/v1/jobs/" + platform.job() + "/artifacts/adapter_model.safetensors");
            assertThat(download.suggestedFilename()).isEqualTo("adapter_model.safetensors");
            assertThat(Files.readAllBytes(download.path()))
                    .isEqualTo(kept.response().body());
        }
    }
}
