package org.envdisclosure.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Path;

/** One reader with a browser that knows nothing yet; what it minds is kept. */
final class Visit implements AutoCloseable {

    private static final Path PICTURES = Path.of("target/screenshots");

    private static final double PATIENCE = 15_000;
    private static final double FOR_A_FRAME = 50;

    private final URI service;
    private Screen screen;
    private final BrowserContext context;
    private final Page page;
    private final Faults faults;

    private Visit(URI service, Screen screen, BrowserContext context, Faults faults) {
        this.service = service;
        this.screen = screen;
        this.context = context;
        this.page = context.newPage();
        page.setDefaultTimeout(PATIENCE);
        this.faults = faults;
    }

    static Visit by(Browser browser, URI service, Screen screen, String... otherHosts) {
        BrowserContext context = browser.newContext(screen.context());
        return new Visit(service, screen, context, Faults.of(context, service, otherHosts));
    }

    /** And waits until the first data is drawn, or its failure told. */
    Visit open(String path) {
        page.navigate(address(path));
        return drawn();
    }

    /** With the language said, and the state of nothing else. */
    String address(String path) {
        return service + path + (path.contains("?") ? "&" : "?") + "lang=" + screen.language().wire();
    }

    /** @throws AssertionError telling what went wrong until then, when nothing is drawn */
    Visit drawn() {
        try {
            page.waitForSelector("html[data-ready=true]");
            return this;
        } catch (TimeoutError late) {
            throw new AssertionError(page.url() + " was not drawn: " + faults.found(), late);
        }
    }

    /** Until also what comes after the first data is there: charts, fonts, pictures. */
    Visit settled() {
        page.waitForFunction("""
                () => !document.querySelector('[aria-busy=true]') && document.fonts.status === 'loaded'
                    && [...document.querySelectorAll('.chart')].every(chart => chart.querySelector('canvas, svg, p'))
                    && [...document.images].every(image => image.complete)""");
        page.waitForTimeout(FOR_A_FRAME);
        return this;
    }

    /** With the other colours from now on, and all drawn in them. */
    Visit seenIn(ColorScheme scheme) {
        if (screen.scheme() != scheme) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            screen = screen.in(scheme);
        }
        return settled();
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    Screen screen() {
        return screen;
    }

    Faults faults() {
        return faults;
    }

    /** {@code <section data-section="…">}. */
    Locator section(String name) {
        return page.locator("section[data-section=%s]".formatted(name));
    }

    /** The whole page, as long as it is. */
    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + "-" + screen + ".png")));
    }

    @Override
    public void close() {
        context.close();
    }
}
