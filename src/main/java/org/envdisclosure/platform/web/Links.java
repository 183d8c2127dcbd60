package org.envdisclosure.platform.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.envdisclosure.platform.dataset.Dataset;

/** References within the API; relative to the host, so that they hold behind any proxy. */
public final class Links {

    private Links() {
    }

    /** {@code target} with one query parameter set, others kept as they were written. */
    static String with(String target, String parameter, String value) {
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        String kept = mark < 0 ? "" : Arrays.stream(target.substring(mark + 1).split("&"))
                .filter(pair -> !pair.isEmpty() && !pair.startsWith(parameter + "="))
                .map(pair -> pair + "&").collect(Collectors.joining());
        return path + "?" + kept + parameter + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** The dataset's column descriptions (CSVW). */
    public static String columns(Dataset dataset) {
        return "/api/v1/datasets/" + dataset.id() + "/columns.json";
    }
}
