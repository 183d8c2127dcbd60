package org.envdisclosure.site;

import io.micrometer.core.instrument.Tags;
import io.quarkus.micrometer.runtime.HttpServerMetricsTagsContributor;
import jakarta.inject.Singleton;
import java.util.List;

/** A series for each page and one for all its files: the names of editions in their addresses are without number. */
@Singleton
class PageTags implements HttpServerMetricsTagsContributor {

    private static final int FIRST_REFUSAL = 400;
    private static final List<String> OTHERS = List.of("/api/", "/q/", "/swagger-ui");

    private final SitePage page;

    PageTags(SitePage page) {
        this.page = page;
    }

    @Override
    public Tags contribute(Context context) {
        String path = context.request().path();
        if (context.response().statusCode() >= FIRST_REFUSAL || OTHERS.stream().anyMatch(path::startsWith)) {
            return Tags.empty();
        }
        return Tags.of("uri", page.addresses().isPage(path) ? path : "/page/{file}");
    }
}
