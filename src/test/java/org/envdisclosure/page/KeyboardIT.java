package org.envdisclosure.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.envdisclosure.page.Screen.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** With no mouse. */
@Timeout(120)
@ExtendWith(Stage.Door.class)
class KeyboardIT {

    /** Marks whatever can be reached, in the order of the document; gives how many there are. */
    private static final String NUMBER = """
            () => { const within = element => { const closed = element.parentElement.closest('details:not([open])');
                      return closed && !(element.matches('summary') && element.parentElement === closed); };
                    const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
                        .filter(e => !e.disabled && e.tabIndex >= 0 && e.checkVisibility({ visibilityProperty: true }) && !within(e)
                            && !(e.type === 'radio' && !e.checked && document.querySelector(`[name="${e.name}"]:checked`)));
                    all.forEach((element, index) => { element.dataset.nth = index; });
                    return all.length; }""";

    /** Where the focus is now, and whether it can be seen: in the window, with something drawn around it. */
    private static final String FOCUS = """
            () => { const e = document.activeElement;
                    if (!e || e === document.body) return { nth: -1, name: 'nothing', seen: false };
                    const box = e.getBoundingClientRect();
                    const style = getComputedStyle(e);
                    const drawn = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 || style.boxShadow !== 'none'
                        || [...e.querySelectorAll('.dot')].some(dot => parseFloat(getComputedStyle(dot).strokeWidth) >= 3);
                    const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
                    return { nth: Number(e.dataset.nth ?? -2), name: `${e.tagName} ${(e.getAttribute('aria-label') ?? e.textContent).trim().slice(0, 40)}`, seen: drawn && inside }; }""";

    /** Day, month, year and the button of a date are reached one by one, and so are those of a time. */
    private static final int PARTS_OF_FIELDS = 30;

    private final Stage stage;

    KeyboardIT(Stage stage) {
        this.stage = stage;
    }

    @ParameterizedTest
    @EnumSource
    void tab_reaches_every_control_in_the_order_of_the_page_and_shows_where_it_is(Sight sight) {
        try (Visit visit = stage.visit(Screen.desk(Language.EN)).open(sight.path()).settled()) {
            int controls = ((Number) visit.page().evaluate(NUMBER)).intValue();
            List<Integer> order = new ArrayList<>();
            List<String> unseen = new ArrayList<>();
            for (int presses = 0; order.size() < controls && presses < controls + PARTS_OF_FIELDS; presses++) {
                visit.page().keyboard().press("Tab");
                Map<?, ?> focus = (Map<?, ?>) visit.page().evaluate(FOCUS);
                int nth = ((Number) focus.get("nth")).intValue();
                if (order.isEmpty() || order.get(order.size() - 1) != nth) {
                    order.add(nth);
                    unseen.addAll(Boolean.TRUE.equals(focus.get("seen")) ? List.of() : List.of(String.valueOf(focus.get("name"))));
                }
            }

            assertThat(unseen).as("focus that is not seen").isEmpty();
            assertThat(order).isSorted().doesNotHaveDuplicates().hasSize(controls).first().isEqualTo(0);
        }
    }

    @Test
    void the_first_link_leads_past_the_head_of_the_page() {
        try (Visit visit = stage.visit(Screen.desk(Language.EN)).open("/")) {
            visit.page().keyboard().press("Tab");
            assertThat(visit.page().evaluate("() => document.activeElement.getBoundingClientRect().top >= 0")).isEqualTo(true);
            visit.page().keyboard().press("Enter");
            assertThat(visit.page().locator("main")).isFocused();
        }
    }

    @Test
    void a_table_is_sorted_by_enter_and_says_so() {
        try (Visit visit = stage.visit(Screen.desk(Language.EN)).open("/?city=990100")) {
            Locator head = visit.section("stations").locator("thead th").filter(new Locator.FilterOptions().setHasText("PM10"));
            head.getByRole(AriaRole.BUTTON).focus();
            visit.page().keyboard().press("Enter");
            assertThat(head).hasAttribute("aria-sort", "descending");
            assertThat(column(visit.page(), "pm10")).isSortedAccordingTo((one, other) -> other - one).hasSize(8);

            visit.page().keyboard().press("Enter");
            assertThat(head).hasAttribute("aria-sort", "ascending");
            assertThat(column(visit.page(), "pm10")).isSorted();
            assertThat(visit.section("stations").locator("[aria-sort]")).hasCount(1);
            assertThat(visit.section("stations").locator("[role=status]").first()).containsText("PM10, ascending");
        }
    }

    private static List<Integer> column(Page page, String field) {
        return Shown.rows(page, "[data-section=stations] tr[data-key]").stream().map(row -> Integer.valueOf(row.get(field))).toList();
    }
}
