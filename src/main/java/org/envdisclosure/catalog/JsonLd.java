package org.envdisclosure.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.envdisclosure.platform.measure.LocalizedText;
import org.envdisclosure.platform.time.ChinaTime;
import org.envdisclosure.platform.web.JsonMembers;

/** Values of JSON-LD. References are relative to the host, so that they hold behind any proxy. */
final class JsonLd {

    static final Map<String, Object> CONTEXT = JsonMembers.of("dcat", "http://www.w3.org/ns/dcat#")
            .with("dct", "http://purl.org/dc/terms/")
            .with("foaf", "http://xmlns.com/foaf/0.1/")
            .with("rdfs", "http://www.w3.org/2000/01/rdf-schema#")
            .with("prov", "http://www.w3.org/ns/prov#")
            .with("xsd", "http://www.w3.org/2001/XMLSchema#")
            .map();

    private JsonLd() {
    }

    static Map<String, Object> reference(String iri) {
        return Map.of("@id", iri);
    }

    static List<Map<String, Object>> text(LocalizedText text) {
        return List.of(in("zh", text.zh()), in("en", text.en()));
    }

    static Map<String, Object> in(String language, String text) {
        return JsonMembers.of("@language", language).with("@value", text).map();
    }

    static Map<String, Object> typed(String type, String value) {
        return JsonMembers.of("@type", type).with("@value", value).map();
    }

    static Map<String, Object> time(Instant instant) {
        return typed("xsd:dateTime", ChinaTime.format(instant));
    }

    /** A statement or thing that is only named. */
    static Map<String, Object> labelled(String type, Object label) {
        return JsonMembers.of("@type", type).with("rdfs:label", label).map();
    }
}
