package io.kernelign.browser.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A window of its own before the platform. What its console says as an error, and what it asks of others, is kept. */
public final class Window implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Set<String> SERIOUS = Set.of("serious", "critical");
    private static final int PATIENCE_MILLIS = 30_000;

    private final BrowserContext context;
    private final Page page;
    private final Looks looks;
    private final List<String> errors = new ArrayList<>();
    private final List<String> elsewhere = new ArrayList<>();

    private Window(Platform platform, Looks looks) {
        this.looks = looks;
        context = Chromium.running()
                .newContext(new NewContextOptions()
                        .setBaseURL(platform.url())
                        .setViewportSize(looks.width, looks.height)
                        .setDeviceScaleFactor(2)
                        .setColorScheme(looks.scheme)
                        .setTimezoneId("Europe/Berlin")
                        .setLocale("en-GB"));
        page = context.newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add(message.text() + " " + message.location());
            }
        });
        page.onPageError(errors::add);
        page.onRequest(request -> {
            if (!request.url().startsWith(platform.url()) && !request.url().startsWith("data:")) {
                elsewhere.add(request.url());
            }
        });
    }

    /** Before the platform that has run the demo. */
    public static Window open(Looks looks) {
        return open(Platform.running(), looks);
    }

    public static Window open() {
        return open(Looks.DESKTOP_LIGHT);
    }

    public static Window open(Platform platform, Looks looks) {
        return new Window(platform, looks);
    }

    public Page page() {
        return page;
    }

    public BrowserContext context() {
        return context;
    }

    /** Goes to a path and waits until its heading is there and nothing loads any more. */
    public Window at(String path) {
        page.navigate(path);
        settled();
        return this;
    }

    /** Waits until the page has its heading, and no part of it is said to load. */
    public void settled() {
        page.locator("h1").first().waitFor();
        page.waitForFunction("() => !document.querySelector('main .waiting')");
    }

    /** Keeps the page as a picture, whole, for people to look at. */
    public void picture(String name) {
        var height = (Number) page.evaluate("() => document.documentElement.scrollHeight");
        page.setViewportSize(looks.width, Math.max(looks.height, height.intValue()));
        page.waitForFunction("() => !document.querySelector('main .chart[aria-busy=true]')");
        page.screenshot(new ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + "-" + looks.text() + ".png")));
        page.setViewportSize(looks.width, looks.height);
    }

    /** Whether something is wider than the window. */
    public boolean overflows() {
        return (Boolean)
                page.evaluate("() => document.documentElement.scrollWidth > document.documentElement.clientWidth");
    }

    /** What axe finds of serious or critical impact. */
    public List<String> barriers() {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> SERIOUS.contains(rule.getImpact()))
                        .flatMap(rule -> rule.getNodes().stream()
                                .map(node -> rule.getId() + ": " + node.getHtml() + " " + node.getFailureSummary()))
                        .toList();
    }

    /** Fails if the console had an error, or if anything was asked of another server. */
    public void assertClean() {
        assertThat(errors).as("errors of the console").isEmpty();
        assertThat(elsewhere).as("requests to others").isEmpty();
    }

    /** Forgets errors of the console that the test itself brought about. */
    public void forgetErrors() {
        errors.clear();
    }

    @Override
    public void close() {
        context.close();
    }
}
