package org.envdisclosure.site;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.envdisclosure.platform.measure.LocalizedText;
import org.envdisclosure.platform.publisher.PublisherConfig;
import org.envdisclosure.platform.web.JsonText;

/** What the operator sets for the page, checked, as the page in the browser reads it. */
record PageSettings(Optional<String> city, Optional<LocalizedText> publisher, Optional<String> contact, Optional<BaseMap> map) {

    static final String CITY = "ENVD_PAGE_CITY";

    private static final String CODE = "[A-Za-z0-9._-]{1,64}";
    private static final String FILE = "/page/settings.json";
    private static final String MAP = "/page/map";

    /** @throws ConfigurationException naming a setting that cannot be used */
    static PageSettings of(PageConfig page, PublisherConfig.Name publisher) {
        Optional<String> city = page.city().map(String::strip);
        city.filter(code -> !code.matches(CODE)).ifPresent(wrong -> {
            throw new ConfigurationException("%s is '%s'. Give the code of a city, such as 990100; /api/v1/air/cities/latest lists them.".formatted(CITY, wrong));
        });
        return new PageSettings(city, publisher.known().map(name -> LocalizedText.of(
                SetText.sound("ENVD_PUBLISHER_NAME_ZH", name.zh()), SetText.sound("ENVD_PUBLISHER_NAME_EN", name.en()))),
                page.contact().map(text -> SetText.sound("ENVD_PAGE_CONTACT", text)), BaseMap.of(page.map()));
    }

    void putInto(Addresses addresses) {
        addresses.put(FILE, MediaTypes.JSON, JsonText.bytes(members()), Map.of(), null);
        map.ifPresent(base -> addresses.put(MAP, base.format().mediaType(), base.picture(),
                base.format() == PictureFormat.SVG ? PageHeaders.ofDrawing() : Map.of(), version(base)));
    }

    /** Every member is always there, null when nothing is set. */
    Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("city", city.orElse(null));
        members.put("publisher", publisher.map(PageSettings::told).orElse(null));
        members.put("contact", contact.orElse(null));
        members.put("map", map.map(PageSettings::told).orElse(null));
        return members;
    }

    private static Map<String, Object> told(LocalizedText name) {
        Map<String, Object> both = new LinkedHashMap<>();
        both.put("zh", name.zh());
        both.put("en", name.en());
        return both;
    }

    private static Map<String, Object> told(BaseMap base) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("image", MAP + '?' + version(base));
        told.put("bbox", base.extent().corners());
        told.put("approval_number", base.approvalNumber());
        return told;
    }

    private static String version(BaseMap base) {
        return "v=" + Edition.hashOf(base.picture());
    }
}
