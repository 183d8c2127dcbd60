package org.envdisclosure.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.envdisclosure.PublicApi;
import org.envdisclosure.RunningService;
import org.envdisclosure.ServiceClient;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One browser and one service with the sample for all tests of the page, from the first of them to the end of the run. */
final class Stage implements AutoCloseable {

    private final Playwright driver;
    private final Browser browser;
    private final RunningService service;

    private Stage(Playwright driver, Browser browser, RunningService service) {
        this.driver = driver;
        this.browser = browser;
        this.service = service;
    }

    /** Gives it to whichever test has it as a parameter. */
    static final class Door implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
            return parameter.getParameter().getType() == Stage.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
            return test.getRoot().getStore(Namespace.create(Stage.class)).computeIfAbsent(Stage.class, none -> set(), Stage.class);
        }
    }

    private static Stage set() {
        Playwright driver = Chromium.driver();
        try {
            Stage stage = new Stage(driver, Chromium.launch(driver), service(Map.of()));
            stage.awaitYear();
            return stage;
        } catch (RuntimeException | Error failure) {
            driver.close();
            throw failure;
        }
    }

    /** What is computed last of the sample: until then a page rightly shows less. */
    private void awaitYear() {
        long limit = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (api().get("/air/cities/annual?city=990100").rows().isEmpty() || api().get("/water/assessments?month=2026-10").rows().isEmpty()) {
            if (System.nanoTime() > limit) {
                throw new AssertionError("the year of the sample is not computed");
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted", stopping);
            }
        }
    }

    /** Another service, in a folder of its own; whoever asks for it closes it. */
    static RunningService service(Map<String, String> settings) {
        try {
            return RunningService.in(Files.createTempDirectory(Path.of("target"), "page-").toAbsolutePath(), settings);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", stopping);
        }
    }

    Visit visit(Screen screen) {
        return Visit.by(browser, address(), screen);
    }

    Browser browser() {
        return browser;
    }

    URI address() {
        return service.base();
    }

    PublicApi api() {
        return new PublicApi(service.base());
    }

    /** With the administrator's key. */
    ServiceClient client() {
        return service.client();
    }

    @Override
    public void close() {
        service.close();
        browser.close();
        driver.close();
    }
}
