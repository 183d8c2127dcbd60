package org.envdisclosure.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.envdisclosure.platform.archive.ArchiveFormat;
import org.envdisclosure.platform.archive.ArchivedDataset;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.dataset.Format;
import org.envdisclosure.platform.web.JsonMembers;
import org.envdisclosure.platform.web.Links;
import org.jspecify.annotations.Nullable;

/** One dataset as {@code dcat:Dataset} (DCAT 3, chapter 6.7) with a distribution for every format. */
final class CatalogueEntry {

    static final String SERVICE = "/api/v1";
    private static final String FREQUENCY = "http://publications.europa.eu/resource/authority/frequency/";
    private static final Map<String, String> FREQUENCIES = Map.of("PT1H", "HOURLY", "PT4H", "OTHER", "P1D", "DAILY", "P1W", "WEEKLY",
            "P1M", "MONTHLY", "P3M", "QUARTERLY", "P1Y", "ANNUAL");
    /** Registered at IANA, so that they have an address. */
    private static final List<Format> REGISTERED = List.of(Format.JSON, Format.CSV, Format.GEOJSON);

    private final Dataset dataset;
    private final Coverage coverage;

    CatalogueEntry(Dataset dataset, Coverage coverage) {
        this.dataset = dataset;
        this.coverage = coverage;
    }

    static String address(Dataset dataset) {
        return "/api/v1/datasets/" + dataset.id();
    }

    static String accessUrl(Dataset dataset) {
        return SERVICE + dataset.path();
    }

    JsonMembers describe() {
        return JsonMembers.of("@id", address(dataset))
                .with("@type", "dcat:Dataset")
                .with("dct:identifier", dataset.id())
                .with("dct:title", JsonLd.text(dataset.title()))
                .with("dct:description", JsonLd.text(dataset.description()))
                .with("dcat:keyword", dataset.keywords().stream().flatMap(word -> JsonLd.text(word).stream()).toList())
                .with("dct:accrualPeriodicity", JsonLd.reference(FREQUENCY + FREQUENCIES.getOrDefault(dataset.cadence(), "OTHER")))
                .with("dcat:temporalResolution", dataset.time().isEmpty() ? null : JsonLd.typed("xsd:duration", dataset.cadence()))
                .with("dct:temporal", period())
                .with("dct:modified", coverage.modified() == null ? null : JsonLd.time(coverage.modified()))
                .with("dct:license", JsonLd.reference(dataset.licence()))
                .with("dct:rights", JsonLd.labelled("dct:RightsStatement", JsonLd.text(dataset.attribution())))
                .with("prov:qualifiedAttribution", attribution())
                .with("dct:conformsTo", JsonLd.reference(Links.columns(dataset)))
                .with("dcat:distribution", Stream.concat(dataset.formats().stream().sorted().map(this::distribution), months()).toList());
    }

    private @Nullable Map<String, Object> period() {
        if (coverage.first() == null || coverage.last() == null) {
            return null;
        }
        String type = coverage.first().contains("T") ? "xsd:dateTime" : "xsd:date";
        return JsonMembers.of("@type", "dct:PeriodOfTime")
                .with("dcat:startDate", JsonLd.typed(type, coverage.first()))
                .with("dcat:endDate", JsonLd.typed(type, coverage.last())).map();
    }

    private Map<String, Object> attribution() {
        return JsonMembers.of("@type", "prov:Attribution")
                .with("prov:agent", JsonMembers.of("@type", "foaf:Agent").with("foaf:name", JsonLd.text(dataset.attribution())).map())
                .with("dcat:hadRole", JsonLd.reference("http://registry.it.csiro.au/def/isotc211/CI_RoleCode/originator")).map();
    }

    /** Files of whole months, of which there are as many as have passed: they are reached through their list. */
    private Stream<Map<String, Object>> months() {
        return ArchivedDataset.of(dataset).stream().flatMap(kept -> Arrays.stream(ArchiveFormat.values())).map(format ->
                JsonMembers.of("@id", address(dataset) + "#months-" + format.wire())
                        .with("@type", "dcat:Distribution")
                        .with("dct:title", dataset.id() + " by month (" + format.wire() + ")")
                        .with("dcat:mediaType", JsonLd.labelled("dct:MediaType", format.mediaType()))
                        .with("dct:format", JsonLd.labelled("dct:MediaTypeOrExtent", format.mediaType()))
                        .with("dcat:temporalResolution", JsonLd.typed("xsd:duration", dataset.cadence()))
                        .with("dcat:accessURL", JsonLd.reference(SERVICE + "/archives?dataset=" + dataset.id() + "&format=" + format.wire()))
                        .with("dct:license", JsonLd.reference(dataset.licence()))
                        .with("dcat:accessService", JsonLd.reference(SERVICE)).map());
    }

    private Map<String, Object> distribution(Format format) {
        String access = accessUrl(dataset) + "?format=" + format.wire();
        return JsonMembers.of("@id", address(dataset) + "#" + format.wire())
                .with("@type", "dcat:Distribution")
                .with("dct:title", dataset.id() + " (" + format.mediaType() + ")")
                .with("dcat:mediaType", REGISTERED.contains(format)
                        ? JsonLd.reference("https://www.iana.org/assignments/media-types/" + format.mediaType())
                        : JsonLd.labelled("dct:MediaType", format.mediaType()))
                .with("dct:format", JsonLd.labelled("dct:MediaTypeOrExtent", format.mediaType()))
                .with("dcat:accessURL", JsonLd.reference(access))
                .with("dcat:downloadURL", format.isStreamed() ? JsonLd.reference(access) : null)
                .with("dct:conformsTo", format == Format.CSV ? JsonLd.reference(Links.columns(dataset)) : null)
                .with("dct:license", JsonLd.reference(dataset.licence()))
                .with("dcat:accessService", JsonLd.reference(SERVICE)).map();
    }
}
