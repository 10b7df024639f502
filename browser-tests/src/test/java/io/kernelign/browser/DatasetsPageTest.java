package io.kernelign.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.kernelign.browser.harness.Platform;
import io.kernelign.browser.harness.Window;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How data come in, and what is seen of them. */
@Tag("browser")
class DatasetsPageTest {

    private static final String ROW =
            "{\"prompt\": \"Question %d?\", \"chosen\": \"Kindly, %1$d.\", \"rejected\": \"No, %1$d!\"}";

    private static String rows(int from, int to) {
        return IntStream.range(from, to).mapToObj(ROW::formatted).collect(Collectors.joining("\n"));
    }

    private static void choose(Window window, String name, String content) {
        window.page()
                .locator("input[type=file]")
                .setInputFiles(new FilePayload(name, "application/octet-stream", content.getBytes(UTF_8)));
    }

    @Test
    void an_uploaded_file_becomes_a_data_set_whose_report_is_one_click_away() {
        try (var window = Window.open().at("/datasets")) {
            choose(window, "kind.jsonl", rows(0, 40));

            window.page().getByText("Read the report").click();

            assertThat(window.page().locator("h1")).hasText("kind.jsonl");
            assertThat(window.page().locator("main")).containsText("Every row could be used");
            window.assertClean();
        }
    }

    @Test
    void a_refused_file_tells_each_bad_row_and_leaves_nothing() {
        try (var window = Window.open().at("/datasets")) {
            var before = Platform.running()
                    .http()
                    .get("/api/v1/datasets")
                    .json()
                    .get("items")
                    .size();
            window.page().getByText("Options").click();
            window.page().getByLabel("Bad rows").selectOption("reject");
            choose(window, "broken.jsonl", rows(0, 20) + "\n{\"prompt\": \"p\", \"chosen\": \"\"}\n[1, 2]");

            var alert = window.page().getByRole(AriaRole.ALERT);
            assertThat(alert).containsText("broken.jsonl was refused");
            assertThat(alert).containsText("line 21");
            assertThat(alert).containsText("line 22");
            assertThat(Platform.running()
                            .http()
                            .get("/api/v1/datasets")
                            .json()
                            .get("items")
                            .size())
                    .isEqualTo(before);
            window.assertClean();
        }
    }

    @Test
    void an_upload_whose_connection_breaks_says_so_and_goes_on_where_it_broke() {
        try (var window = Window.open().at("/datasets")) {
            var tries = new AtomicInteger();
            window.page().route(Pattern.compile("/api/v1/uploads/"), route -> {
                var broken = route.request().method().equals("PATCH") && tries.incrementAndGet() < 3;
                if (broken) {
                    route.abort("connectionreset");
                } else {
                    route.resume();
                }
            });
            choose(window, "far.jsonl", rows(100, 150));

            assertThat(window.page().locator("main")).containsText("The connection was lost");
            window.page().getByText("Try now").click();
            window.page().getByText("far.jsonl is here").waitFor();

            assertThat(tries).hasValue(3);
            window.forgetErrors();
        }
    }

    @Test
    void pairs_are_gone_through_with_the_keyboard_and_the_address_knows_which_one_is_shown() {
        try (var window = Window.open().at("/datasets/" + Platform.running().dataset() + "/pairs")) {
            var first = window.page().locator("article").textContent();
            window.page().keyboard().press("j");
            assertThat(window.page()).hasURL(Pattern.compile("at=1"));
            var second = window.page().locator("article").textContent();
            window.page().reload();
            window.settled();

            assertThat(second).isNotEqualTo(first);
            assertThat(window.page().locator("article")).hasText(second);
            window.assertClean();
        }
    }

    @Test
    void the_texts_of_a_data_set_are_laid_out_when_they_are_asked_for() {
        try (var window = Window.open().at("/datasets/" + Platform.running().dataset() + "/map")) {
            window.page().getByText("Lay them out").click();

            assertThat(window.page().locator(".plot circle")).hasCount(450);
            window.picture("dataset-map");
            window.assertClean();
        }
    }

    @Test
    void while_the_server_is_away_the_page_keeps_what_it_had_and_says_that_it_is_old() {
        try (var window = Window.open().at("/")) {
            assertThat(window.page().locator("main")).containsText("demo");
            window.context().setOffline(true);

            assertThat(window.page().locator("main")).containsText("The server cannot be reached");
            assertThat(window.page().locator("main")).containsText("demo");

            window.context().setOffline(false);
            assertThat(window.page().locator("main")).not().containsText("The server cannot be reached");
            window.forgetErrors();
        }
    }
}
