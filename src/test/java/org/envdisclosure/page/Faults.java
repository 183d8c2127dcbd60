package org.envdisclosure.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Request;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a browser minded on a visit: its console, scripts that broke, requests that failed or went elsewhere, a policy not kept. */
final class Faults {

    /** In every frame, before any script of the page; the console also knows, but not what was kept back. */
    private static final String TELL_OF_THE_POLICY = """
            document.addEventListener('securitypolicyviolation',
                e => console.error(`policy: ${e.violatedDirective} does not allow ${e.blockedURI} in ${e.sourceFile}:${e.lineNumber}`))""";

    private final List<String> found = new ArrayList<>();
    private final Set<String> hosts;

    private Faults(Set<String> hosts) {
        this.hosts = hosts;
    }

    /** @param service the only one that may be asked */
    static Faults of(BrowserContext context, URI service, String... others) {
        Set<String> hosts = new HashSet<>(Set.of(others));
        hosts.add(service.getAuthority());
        Faults faults = new Faults(hosts);
        context.addInitScript(TELL_OF_THE_POLICY);
        context.onConsoleMessage(faults::hear);
        context.onWebError(error -> faults.found.add("script: " + error.error()));
        context.onRequest(faults::follow);
        context.onRequestFailed(faults::failed);
        return faults;
    }

    private void hear(ConsoleMessage message) {
        if (Set.of("error", "warning", "assert").contains(message.type())) {
            found.add("console " + message.type() + ": " + message.text() + " (" + message.location() + ")");
        }
    }

    private void follow(Request request) {
        URI asked = URI.create(request.url().replaceAll("[^!-~]|[\\[\\]{}|\\\\^`\"<>]", "_"));
        if (Set.of("http", "https", "ws", "wss").contains(asked.getScheme()) && !hosts.contains(asked.getAuthority())) {
            found.add("another host: " + request.url());
        }
    }

    /** What a page gives up itself, such as a stream it leaves, is no failure. */
    private void failed(Request request) {
        if (!"net::ERR_ABORTED".equals(request.failure())) {
            found.add("request failed: " + request.url() + " " + request.failure());
        }
    }

    List<String> found() {
        return List.copyOf(found);
    }

    /** Those a test has called forth itself. */
    void forget(String containing) {
        assertThat(found).as("faults to forget").anyMatch(fault -> fault.contains(containing));
        found.removeIf(fault -> fault.contains(containing));
    }
}
