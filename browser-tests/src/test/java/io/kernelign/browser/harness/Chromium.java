package io.kernelign.browser.harness;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Debian's Chromium, one for this JVM. */
final class Chromium {

    private static final Path EXECUTABLE = Path.of("/usr/bin/chromium");

    private static Browser started;

    private Chromium() {}

    static synchronized Browser running() {
        if (started == null) {
            var playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            // Whoever builds in a container is root there, for whom Chromium's sandbox does not start.
            started = playwright
                    .chromium()
                    .launch(new LaunchOptions().setExecutablePath(EXECUTABLE).setArgs(List.of("--no-sandbox")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return started;
    }
}
