package org.envdisclosure.source.rules;

import java.text.Normalizer;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Units as sources write them. Two are the same when they read the same; nothing is ever converted. */
final class UnitText {

    private static final Set<String> DIMENSIONLESS = Set.of("", "无量纲", "ph", "pH", "PH", "-", "—", "/", "1");

    private UnitText() {
    }

    /** Whether both name one unit: {@code mg/m³} is {@code mg/m3}, micro has two signs, a litre two letters, none may be left out. */
    static boolean same(@Nullable String one, @Nullable String other) {
        return plain(one).equals(plain(other));
    }

    private static String plain(@Nullable String unit) {
        // compatibility forms: ³ is 3, µ (U+00B5) is μ (U+03BC), ㎎ is mg, full-width letters are letters
        String text = Normalizer.normalize(unit == null ? "" : unit, Normalizer.Form.NFKC).replaceAll("[\\s^]", "").replaceAll("/l(?![a-z])", "/L");
        return DIMENSIONLESS.contains(text) ? "" : text;
    }
}
