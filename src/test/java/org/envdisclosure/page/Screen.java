package org.envdisclosure.page;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.Locale;
import java.util.stream.Stream;

/** Who looks, and on what. */
record Screen(Language language, ColorScheme scheme, int width) {

    static final int PHONE = 360;
    static final int DESK = 1440;

    /** As {@code ?lang=} has it, and the locale of a browser that speaks it. */
    enum Language {
        ZH("zh-CN"), EN("en-GB");

        private final String locale;

        Language(String locale) {
            this.locale = locale;
        }

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Screen desk(Language language) {
        return new Screen(language, ColorScheme.LIGHT, DESK);
    }

    static Screen phone(Language language) {
        return new Screen(language, ColorScheme.LIGHT, PHONE);
    }

    /** Both languages on a phone and on a desk. */
    static Stream<Screen> light() {
        return Stream.of(Language.values()).flatMap(language -> Stream.of(phone(language), desk(language)));
    }

    Screen in(ColorScheme other) {
        return new Screen(language, other, width);
    }

    /** What is drawn stands still: motion has tests of its own. */
    NewContextOptions context() {
        boolean phone = width == PHONE;
        return new NewContextOptions().setViewportSize(width, phone ? 740 : 900).setColorScheme(scheme).setLocale(language.locale)
                .setTimezoneId("Asia/Shanghai").setReducedMotion(ReducedMotion.REDUCE)
                .setIsMobile(phone).setHasTouch(phone).setDeviceScaleFactor(phone ? 2 : 1);
    }

    /** As in the name of a picture. */
    @Override
    public String toString() {
        return "%s-%s-%d".formatted(language.wire(), scheme.name().toLowerCase(Locale.ROOT), width);
    }
}
