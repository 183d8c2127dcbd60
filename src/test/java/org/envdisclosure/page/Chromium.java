package org.envdisclosure.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.impl.driver.Driver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The browser of the tests: the machine's own; on a Debian without one root installs it; elsewhere the test tool fetches its own.
 * {@code ENVD_BROWSER} names another.
 */
final class Chromium {

    private static final Map<String, String> NO_DOWNLOAD = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    /** Nothing of its own may go out: a request to another host is a fault of the page. */
    private static final List<String> QUIET = List.of("--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync");

    private Chromium() {
    }

    static Playwright driver() {
        return Playwright.create(new Playwright.CreateOptions().setEnv(NO_DOWNLOAD));
    }

    static Browser launch(Playwright driver) {
        seeToChinese();
        LaunchOptions options = new LaunchOptions().setHeadless(true).setArgs(arguments());
        program().ifPresentOrElse(options::setExecutablePath, Chromium::fetch);
        return driver.chromium().launch(options);
    }

    private static List<String> arguments() {
        List<String> arguments = new ArrayList<>(QUIET);
        if (Debian.isRoot()) {
            arguments.add("--no-sandbox");
        }
        return arguments;
    }

    private static Optional<Path> program() {
        String named = System.getenv("ENVD_BROWSER");
        if (named != null && !named.isBlank()) {
            if (!Files.isExecutable(Path.of(named))) {
                throw new AssertionError("ENVD_BROWSER names " + named + ", which is no program");
            }
            return Optional.of(Path.of(named));
        }
        if (installed().findFirst().isEmpty() && Debian.installs()) {
            Debian.install("chromium");
        }
        return installed().findFirst();
    }

    private static Stream<Path> installed() {
        return NAMES.stream().map(Debian::program).flatMap(Optional::stream);
    }

    /** Without a font for it a Chinese page is a row of boxes, all of one width: neither its layout nor its pictures say anything. */
    private static void seeToChinese() {
        if (Debian.installs() && (Debian.program("fc-list").isEmpty() || Debian.said("fc-list", ":lang=zh").isBlank())) {
            Debian.install("fontconfig", "fonts-noto-cjk");
        }
    }

    private static void fetch() {
        try {
            ProcessBuilder fetching = Driver.ensureDriverInstalled(Map.of(), false).createProcessBuilder();
            fetching.command().addAll(List.of("install", "--only-shell", "chromium"));
            Process process = fetching.inheritIO().start();
            if (process.waitFor() == 0) {
                return;
            }
        } catch (IOException | RuntimeException failure) {
            throw new AssertionError(NONE, failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        throw new AssertionError(NONE);
    }

    private static final String NONE = """
            The tests of the page need a browser and found none: no chromium, chromium-browser or google-chrome on the PATH, and \
            Playwright's own could not be fetched. Install one (Debian: apt-get install chromium fonts-noto-cjk; as root the tests \
            do it themselves), or name one in ENVD_BROWSER; without these tests: ./mvnw verify -DskipITs""";
}
