package org.envdisclosure.catalog;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.envdisclosure.platform.dataset.Dataset;
import org.envdisclosure.platform.dataset.DatasetOperation;
import org.envdisclosure.platform.measure.LocalizedText;
import org.envdisclosure.platform.problem.ProblemType;
import org.envdisclosure.platform.publisher.PublisherConfig;
import org.envdisclosure.platform.web.JsonMembers;

/** Everything that is published, as {@code dcat:Catalog} (DCAT 3, chapter 6.3). */
@ApplicationScoped
class Catalogue {

    private static final LocalizedText TITLE = LocalizedText.of("生态环境信息公开数据目录", "Environmental disclosure: catalogue of open data");
    private static final LocalizedText DESCRIPTION = LocalizedText.of(
            "本服务公开的全部数据集。", "All datasets this service publishes.");
    private static final LocalizedText RIGHTS = LocalizedText.of(
            "各数据集的许可见其条目；标注为未经审核的数据仅供参考。",
            "Each dataset names its licence; data marked as unaudited is for reference only.");
    private static final List<Map<String, Object>> LANGUAGES = List.of(
            JsonLd.reference("http://id.loc.gov/vocabulary/iso639-1/zh"), JsonLd.reference("http://id.loc.gov/vocabulary/iso639-1/en"));
    private static final String CC_BY = "https://creativecommons.org/licenses/by/4.0/";

    private final List<Dataset> datasets;
    private final List<Dataset> answered;
    private final Coverages coverages;
    private final PublisherConfig publisher;

    Catalogue(@All List<Dataset> datasets, @All List<DatasetOperation> operations, Coverages coverages, PublisherConfig publisher) {
        this.datasets = datasets.stream().sorted(Comparator.comparing(Dataset::id)).toList();
        this.answered = Stream.concat(datasets.stream(), operations.stream().map(DatasetOperation::dataset)).toList();
        this.coverages = coverages;
        this.publisher = publisher;
    }

    /** By id. */
    List<Dataset> datasets() {
        return datasets;
    }

    /** @throws org.envdisclosure.platform.problem.ApiProblem 404 when there is none of this id */
    Dataset require(String id) {
        return datasets.stream().filter(dataset -> dataset.id().equals(id)).findFirst().orElseThrow(() -> ProblemType.NOT_FOUND.because(
                "没有数据集 %s；清单见 /api/v1/datasets".formatted(id), "there is no dataset %s; /api/v1/datasets lists them".formatted(id)));
    }

    /**
     * Also what is no entry of the catalogue and still answers in rows, such as the history of one resource.
     *
     * @throws org.envdisclosure.platform.problem.ApiProblem 404 when nothing answers with the columns of this id
     */
    Dataset requireColumns(String id) {
        return answered.stream().filter(dataset -> dataset.id().equals(id)).findFirst().orElseGet(() -> require(id));
    }

    /** The whole catalogue. */
    Uni<Map<String, Object>> whole() {
        return coverages.of(datasets).map(covered -> whole(datasets, covered));
    }

    /** One dataset's entry, complete in itself. */
    Uni<Map<String, Object>> entry(Dataset dataset) {
        return coverages.of(dataset).map(coverage -> entry(dataset, coverage));
    }

    Map<String, Object> entry(Dataset dataset, Coverage coverage) {
        JsonMembers entry = JsonMembers.of("@context", JsonLd.CONTEXT);
        new CatalogueEntry(dataset, coverage).describe().map().forEach(entry::with);
        return entry.with("dct:publisher", agent()).map();
    }

    /** @param covered in the order of {@code listed} */
    Map<String, Object> whole(List<Dataset> listed, List<Coverage> covered) {
        List<Map<String, Object>> entries = new ArrayList<>();
        for (int i = 0; i < listed.size(); i++) {
            entries.add(new CatalogueEntry(listed.get(i), covered.get(i)).describe().with("dct:publisher", agent()).map());
        }
        return JsonMembers.of("@context", JsonLd.CONTEXT)
                .with("@id", "/api/v1/catalog")
                .with("@type", "dcat:Catalog")
                .with("dct:title", JsonLd.text(TITLE))
                .with("dct:description", JsonLd.text(DESCRIPTION))
                .with("dct:publisher", agent())
                .with("dct:language", LANGUAGES)
                .with("dct:license", JsonLd.reference(CC_BY))
                .with("dct:rights", JsonLd.labelled("dct:RightsStatement", JsonLd.text(RIGHTS)))
                .with("dcat:service", List.of(service(listed)))
                .with("dcat:dataset", entries).map();
    }

    private Map<String, Object> agent() {
        return JsonMembers.of("@type", "foaf:Agent")
                .with("foaf:name", JsonLd.text(publisher.name().text()))
                .with("foaf:homepage", publisher.url().map(JsonLd::reference).orElse(null)).map();
    }

    private static Map<String, Object> service(List<Dataset> listed) {
        return JsonMembers.of("@id", CatalogueEntry.SERVICE)
                .with("@type", "dcat:DataService")
                .with("dct:title", JsonLd.text(LocalizedText.of("公开数据接口", "Open data API")))
                .with("dcat:endpointURL", JsonLd.reference(CatalogueEntry.SERVICE))
                .with("dcat:endpointDescription", JsonLd.reference("/api/v1/openapi"))
                .with("dcat:servesDataset", listed.stream().map(CatalogueEntry::address).map(JsonLd::reference).toList()).map();
    }
}
