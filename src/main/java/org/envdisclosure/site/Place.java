package org.envdisclosure.site;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import org.envdisclosure.platform.web.Asked;
import org.envdisclosure.platform.web.KeptFile;

/** What is at an address of the page. */
sealed interface Place {

    /** Ends a request by GET or HEAD. */
    void answer(RoutingContext context);

    record Here(KeptFile file) implements Place {

        @Override
        public void answer(RoutingContext context) {
            file.send(context);
        }
    }

    /**
     * The same page has one address, so that a browser keeps it once and search engines list it once.
     *
     * @param address of the page, from the root
     */
    record Elsewhere(String address) implements Place {

        private static final int PERMANENT_REDIRECT = 308;

        @Override
        public void answer(RoutingContext context) {
            String query = Asked.of(context).queryText();
            HttpServerResponse response = context.response().setStatusCode(PERMANENT_REDIRECT);
            response.putHeader("Location", query.isEmpty() ? address : address + '?' + query);
            // a browser that keeps it for ever would not ask again after an address has changed
            response.putHeader("Cache-Control", Addresses.ASK_AGAIN);
            response.end();
        }
    }
}
