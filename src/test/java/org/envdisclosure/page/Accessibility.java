package org.envdisclosure.page;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;

/** What axe-core finds by itself of WCAG 2.2, A and AA. It injects its script past the page's policy, which stays in force. */
final class Accessibility {

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    private Accessibility() {
    }

    static List<String> findings(Page page) {
        return findings(new AxeBuilder(page).withTags(RULES));
    }

    /** Text with too little contrast, for paper, where nothing is pressed. */
    static List<String> unreadable(Page page) {
        return findings(new AxeBuilder(page).withRules(List.of("color-contrast")));
    }

    private static List<String> findings(AxeBuilder axe) {
        return axe.analyze().getViolations().stream()
                .filter(rule -> SERIOUS.contains(rule.getImpact())).flatMap(rule -> rule.getNodes().stream()
                        .map(node -> "axe %s: %s %s %s".formatted(rule.getId(), node.getTarget(), node.getHtml(), summary(rule, node.getFailureSummary()))))
                .toList();
    }

    private static String summary(Rule rule, String failure) {
        return failure == null ? rule.getHelp() : failure.replaceAll("\\s+", " ");
    }
}
