package org.envdisclosure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/**
 * Reads manifests as the API server with strict validation would: an unknown field, a field twice, a value of the wrong
 * type and an unknown kind are errors. Built-in kinds are read into their types, the others against a schema in
 * {@code src/test/resources/kubernetes} that holds the fields in use.
 */
final class StrictManifests {

    private static final Map<String, Class<?>> BUILT_IN = Map.of(
            "v1/Namespace", Namespace.class,
            "v1/PersistentVolumeClaim", PersistentVolumeClaim.class,
            "v1/Service", Service.class,
            "v1/ServiceAccount", ServiceAccount.class,
            "apps/v1/Deployment", Deployment.class,
            "autoscaling/v2/HorizontalPodAutoscaler", HorizontalPodAutoscaler.class,
            "networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class,
            "policy/v1/PodDisruptionBudget", PodDisruptionBudget.class);
    private static final List<String> BY_SCHEMA = List.of("kustomize.config.k8s.io/v1beta1/Kustomization",
            "postgresql.cnpg.io/v1/Cluster", "postgresql.cnpg.io/v1/ScheduledBackup");

    private final ObjectMapper yaml = mapper();

    /** @param complete false for a patch, which holds a part of its kind */
    List<JsonNode> read(String text, boolean complete) throws IOException {
        try (MappingIterator<JsonNode> documents = yaml.readerFor(JsonNode.class).readValues(text)) {
            List<JsonNode> manifests = documents.readAll();
            for (JsonNode manifest : manifests) {
                check(manifest, complete);
            }
            return manifests;
        }
    }

    <T> T typed(JsonNode manifest, Class<T> type) throws JsonProcessingException {
        return yaml.treeToValue(manifest, type);
    }

    private void check(JsonNode manifest, boolean complete) throws IOException {
        String kind = manifest.path("kind").asText();
        String name = manifest.path("apiVersion").asText() + "/" + kind;
        if (BUILT_IN.containsKey(name)) {
            typed(manifest, BUILT_IN.get(name));
        } else if (BY_SCHEMA.contains(name)) {
            try (InputStream schema = getClass().getResourceAsStream("/kubernetes/" + kind + ".json")) {
                new StrictSchema(complete).check(manifest, yaml.readTree(schema), kind);
            }
        } else {
            throw new IllegalArgumentException("unknown kind: " + name);
        }
    }

    private static ObjectMapper mapper() {
        ObjectMapper mapper = new ObjectMapper(YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());
        mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        mapper.setAnnotationIntrospector(new WithoutCatchAll());
        for (LogicalType type : List.of(LogicalType.Textual, LogicalType.Integer, LogicalType.Boolean)) {
            refuseOtherShapes(mapper.coercionConfigFor(type), type);
        }
        return mapper;
    }

    private static void refuseOtherShapes(MutableCoercionConfig coercions, LogicalType type) {
        Map<CoercionInputShape, LogicalType> scalars = Map.of(CoercionInputShape.String, LogicalType.Textual,
                CoercionInputShape.Integer, LogicalType.Integer, CoercionInputShape.Boolean, LogicalType.Boolean,
                CoercionInputShape.Float, LogicalType.Float);
        scalars.forEach((shape, own) -> coercions.setCoercion(shape, own == type ? CoercionAction.TryConvert : CoercionAction.Fail));
    }

    /** The types keep unknown fields in a map of their own; here that map does not exist. */
    private static final class WithoutCatchAll extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1L;

        @Override
        public Boolean hasAnySetter(Annotated annotated) {
            return Boolean.FALSE;
        }
    }
}
