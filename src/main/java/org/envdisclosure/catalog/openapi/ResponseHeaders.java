package org.envdisclosure.catalog.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Headers of answers; they stand once, in the document's components. */
final class ResponseHeaders {

    /** Of everything that can be asked for again. */
    static final List<String> VALIDATED = List.of("ETag", "Cache-Control", "Vary");
    /** Of rows. */
    static final List<String> ROWS = List.of("ETag", "Last-Modified", "Cache-Control", "Vary", "Link", "X-Data-Revision", "X-Data-Notice",
            "Content-Disposition", "RateLimit", "RateLimit-Policy");
    static final List<String> LIMITED = List.of("RateLimit", "RateLimit-Policy");
    static final List<String> RETRY = List.of("Retry-After", "RateLimit", "RateLimit-Policy");

    private ResponseHeaders() {
    }

    static Map<String, Header> all() {
        Map<String, Header> all = new LinkedHashMap<>();
        all.put("Cache-Control", header("How long, and by whom, the answer may be kept.", "public, max-age=30"));
        all.put("Content-Disposition", header("CSV and NDJSON: a telling file name.", "attachment; filename=\"air-hourly_2026-10-31.csv\""));
        all.put("ETag", header("Strong validator; send it back in If-None-Match for a 304.", "\"c2hhMjU2b2Zhbnl0aGlu\""));
        all.put("Last-Modified", header("When the newest revision that touched the answer was published.", "Sat, 31 Oct 2026 00:25:00 GMT"));
        all.put("Link", header("rel=\"next\": the next page (RFC 8288); rel=\"describedby\": the columns (CSVW).",
                "</api/v1/air/hourly?cursor=P55UTxkF>; rel=\"next\""));
        all.put("Location", header("Where the receipt, or what was made, can be read.", "/api/v1/ingest/batches/0f8fad5b-d9cb-469f-a165-70867728950e"));
        all.put("RateLimit", header("What is left of the quota, when one is set.", "\"default\";r=598;t=31"));
        all.put("RateLimit-Policy", header("The quota, when one is set.", "\"default\";q=600;w=60"));
        all.put("Retry-After", header("Seconds after which it makes sense to ask again.", "5"));
        all.put("Vary", header("Request headers the answer depends on.", "Accept, Accept-Encoding"));
        all.put("X-Data-Notice", header("CSV and NDJSON: the word on the data's state of review.", "Real-time data, unaudited, for reference only."));
        all.put("X-Data-Revision", header("The revision the answer is as of: the newest that touched the months covered.", "1234"));
        return all;
    }

    static APIResponse with(APIResponse response, List<String> names) {
        names.forEach(name -> response.addHeader(name, OASFactory.createHeader().ref("#/components/headers/" + name)));
        return response;
    }

    private static Header header(String description, String example) {
        return OASFactory.createHeader().description(description)
                .schema(OASFactory.createSchema().addType(SchemaType.STRING)).example(example);
    }
}
