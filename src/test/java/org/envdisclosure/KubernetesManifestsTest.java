package org.envdisclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The manifests are read as strictly as the cluster would, and what refers to each other agrees. */
class KubernetesManifestsTest {

    private static final Path ROOT = Path.of("k8s");
    private static final Path BASE = ROOT.resolve("base");
    private static final Path PRODUCTION = ROOT.resolve("overlays/production");
    private static final StrictManifests STRICT = new StrictManifests();
    private static final Map<String, String> OUR_PODS = Map.of("app.kubernetes.io/name", "env-disclosure");
    private static final Map<String, String> DATABASE_PODS = Map.of("cnpg.io/cluster", "env-disclosure-db");
    private static final Set<String> DOCUMENTED_SETTINGS = Set.of("ENVD_ADMIN_KEY", "ENVD_DATABASE_URL", "ENVD_DATA_DIR",
            "ENVD_RATE_LIMIT", "ENVD_SAMPLE_DATA", "ENVD_TRUSTED_PROXIES", "QUARKUS_HTTP_PORT");

    static List<Path> manifests() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().matches(".*\\.ya?ml")).sorted().toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("manifests")
    void a_manifest_holds_known_fields_alone(Path file) {
        assertThatCode(() -> STRICT.read(Files.readString(file), !isPatch(file))).doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0} with {2} instead of {1}")
    @CsvSource({
        "base/serviceaccount.yaml, kind: ServiceAccount, kind: ServiceAcount, ServiceAcount",
        "base/serviceaccount.yaml, apiVersion: v1, apiVersion: v2, v2/ServiceAccount",
        "base/deployment.yaml, replicas: 2, replica: 2, replica",
        "base/deployment.yaml, replicas: 2, replicas: two, two",
        "base/deployment.yaml, readinessProbe:, readynessProbe:, readynessProbe",
        "base/deployment.yaml, runAsNonRoot: true, runAsNonRoot: maybe, maybe",
        "base/deployment.yaml, runAsNonRoot: true, runAsUser: 0, runAsUser",
        "base/attachments.yaml, accessModes:, accessmodes:, accessmodes",
        "base/deployment.yaml, mountPath: /tmp, mountpath: /tmp, mountpath",
        "base/deployment.yaml, path: /q/health/live, path: 1, Integer value",
        "base/deployment.yaml, seconds: 8, second: 8, second",
        "base/service.yaml, targetPort:, target:, target",
        "base/networkpolicy.yaml, namespaceSelector:, namespaceselector:, namespaceselector",
        "base/poddisruptionbudget.yaml, maxUnavailable:, maxUnavaliable:, maxUnavaliable",
        "base/database.yaml, instances: 3, instance: 3, unknown field instance",
        "base/database.yaml, 'instances: 3', '# none', missing field instances",
        "base/database.yaml, dataDurability: required, dataDurability: always, always",
        "base/database.yaml, shared_preload_libraries:, sharedPreloadLibraries:, unknown field sharedPreloadLibraries",
        "base/database.yaml, 'max_connections: \"200\"', max_connections: 200, max_connections: not of type string",
        "base/kustomization.yaml, resources:, resource:, unknown field resource",
        "overlays/production/scheduledbackup.yaml, schedule:, cron:, unknown field cron",
        "overlays/production/horizontalpodautoscaler.yaml, maxReplicas:, maximumReplicas:, maximumReplicas"})
    void a_mistake_in_a_manifest_is_refused(String file, String right, String wrong, String named) throws IOException {
        String text = Files.readString(ROOT.resolve(file));
        assertThat(text).contains(right);
        assertThatThrownBy(() -> STRICT.read(text.replaceFirst(Pattern.quote(right), wrong), true))
                .hasMessageContaining(named);
    }

    @Test
    void every_file_stands_in_the_kustomization_of_its_folder() throws IOException {
        assertThat(filesBeside(BASE)).isEqualTo(listed(BASE)).contains("deployment.yaml", "database.yaml");
        assertThat(filesBeside(PRODUCTION)).contains("database-patch.yaml")
                .isEqualTo(listed(PRODUCTION).stream().filter(name -> !name.equals("../../base")).collect(Collectors.toSet()));
        assertThat(listed(PRODUCTION)).contains("../../base");
    }

    @Test
    void everything_that_selects_our_pods_names_their_labels() throws IOException {
        Deployment deployment = base("deployment.yaml", Deployment.class);
        assertThat(deployment.getSpec().getTemplate().getMetadata().getLabels()).isEqualTo(OUR_PODS);
        assertThat(deployment.getSpec().getSelector().getMatchLabels()).isEqualTo(OUR_PODS);
        assertThat(deployment.getSpec().getTemplate().getSpec().getTopologySpreadConstraints()).hasSize(2)
                .allSatisfy(spread -> assertThat(spread.getLabelSelector().getMatchLabels()).isEqualTo(OUR_PODS));
        assertThat(base("service.yaml", Service.class).getSpec().getSelector()).isEqualTo(OUR_PODS);
        assertThat(base("poddisruptionbudget.yaml", PodDisruptionBudget.class).getSpec().getSelector().getMatchLabels())
                .isEqualTo(OUR_PODS);
        assertThat(base("networkpolicy.yaml", NetworkPolicy.class).getSpec().getPodSelector().getMatchLabels()).isEqualTo(OUR_PODS);
    }

    @Test
    void what_changes_the_deployment_or_the_database_names_it() throws IOException {
        String deployment = base("deployment.yaml", Deployment.class).getMetadata().getName();
        var target = typed(PRODUCTION.resolve("horizontalpodautoscaler.yaml"), HorizontalPodAutoscaler.class).getSpec().getScaleTargetRef();
        assertThat(target.getKind() + " " + target.getName()).isEqualTo("Deployment " + deployment);
        assertThat(document(PRODUCTION.resolve("deployment-patch.yaml")).at("/metadata/name").asText()).isEqualTo(deployment);
        String cluster = document(BASE.resolve("database.yaml")).at("/metadata/name").asText();
        assertThat(document(PRODUCTION.resolve("database-patch.yaml")).at("/metadata/name").asText()).isEqualTo(cluster);
        assertThat(document(PRODUCTION.resolve("scheduledbackup.yaml")).at("/spec/cluster/name").asText()).isEqualTo(cluster);
    }

    @Test
    void probes_and_service_use_a_port_that_the_container_opens() throws IOException {
        List<String> ports = container().getPorts().stream().map(ContainerPort::getName).toList();
        assertThat(ports).containsExactly("http");
        assertThat(base("service.yaml", Service.class).getSpec().getPorts()).extracting(ServicePort::getTargetPort)
                .allMatch(port -> ports.contains(port.getStrVal()));
        assertThat(probes()).extracting(probe -> probe.getHttpGet().getPath())
                .containsExactly("/q/health/started", "/q/health/live", "/q/health/ready");
        assertThat(probes()).allMatch(probe -> ports.contains(probe.getHttpGet().getPort().getStrVal()));
        assertThat(settings()).containsEntry("QUARKUS_HTTP_PORT", container().getPorts().get(0).getContainerPort().toString());
    }

    @Test
    void every_setting_is_one_the_service_documents() throws IOException {
        Set<String> names = new TreeSet<>(settings().keySet());
        container().getEnv().stream().map(EnvVar::getName).forEach(names::add);
        assertThat(names).containsExactlyInAnyOrderElementsOf(DOCUMENTED_SETTINGS);
        assertThat(settings()).containsEntry("ENVD_SAMPLE_DATA", "never").containsEntry("ENVD_DATA_DIR", "/data");
        assertThat(Integer.parseInt(settings().get("ENVD_RATE_LIMIT"))).isPositive();
        assertThat(literals(PRODUCTION).keySet()).isSubsetOf(settings().keySet());
    }

    @Test
    void secrets_come_from_the_cluster_and_from_the_readme() throws IOException {
        Map<String, String> secrets = container().getEnv().stream().collect(Collectors.toMap(EnvVar::getName, variable ->
                variable.getValueFrom().getSecretKeyRef().getName() + "/" + variable.getValueFrom().getSecretKeyRef().getKey()));
        String cluster = document(BASE.resolve("database.yaml")).at("/metadata/name").asText();
        assertThat(secrets).isEqualTo(Map.of("ENVD_DATABASE_URL", cluster + "-app/uri", "ENVD_ADMIN_KEY", "env-disclosure-admin/admin-key"));
        assertThat(Files.readString(ROOT.resolve("README.md"))).contains("secret generic env-disclosure-admin --from-literal=admin-key=");
    }

    @Test
    void the_pod_has_no_rights_and_writes_only_where_it_may() throws IOException {
        var pod = base("deployment.yaml", Deployment.class).getSpec().getTemplate().getSpec();
        var rights = container().getSecurityContext();
        assertThat(pod.getAutomountServiceAccountToken()).isFalse();
        assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(rights.getReadOnlyRootFilesystem()).isTrue();
        assertThat(rights.getAllowPrivilegeEscalation()).isFalse();
        assertThat(rights.getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(container().getVolumeMounts()).extracting(mount -> mount.getMountPath())
                .containsExactly("/tmp", settings().get("ENVD_DATA_DIR"), settings().get("ENVD_DATA_DIR") + "/attachments",
                        settings().get("ENVD_DATA_DIR") + "/archives");
        assertThat(pod.getVolumes()).extracting(volume -> volume.getEmptyDir() != null).containsExactly(true, true, false, false);
        assertThat(pod.getTerminationGracePeriodSeconds())
                .as("10 s to stop").isGreaterThan(container().getLifecycle().getPreStop().getSleep().getSeconds() + 10);
    }

    @ParameterizedTest
    @CsvSource({"attachments.yaml, 2", "archives.yaml, 3"})
    void the_files_of_pictures_and_months_lie_on_volumes_that_every_replica_has(String manifest, int mount) throws IOException {
        var claim = base(manifest, PersistentVolumeClaim.class);
        var volume = base("deployment.yaml", Deployment.class).getSpec().getTemplate().getSpec().getVolumes().get(mount);
        assertThat(volume.getPersistentVolumeClaim().getClaimName()).isEqualTo(claim.getMetadata().getName());
        assertThat(container().getVolumeMounts().get(mount).getName()).isEqualTo(volume.getName());
        assertThat(claim.getSpec().getAccessModes()).containsExactly("ReadWriteMany");
    }

    @Test
    void the_service_reaches_names_and_the_database_and_nothing_else() throws IOException {
        assertThat(base("networkpolicy.yaml", NetworkPolicy.class).getSpec().getPolicyTypes()).containsExactly("Ingress", "Egress");
        assertThat(base("networkpolicy.yaml", NetworkPolicy.class).getSpec().getEgress()).extracting(rule ->
                rule.getTo().get(0).getPodSelector().getMatchLabels() + " " + rule.getPorts().get(0).getPort().getIntVal())
                .containsExactly(Map.of("k8s-app", "kube-dns") + " 53", DATABASE_PODS + " 5432");
        var database = base("database-networkpolicy.yaml", NetworkPolicy.class).getSpec();
        assertThat(database.getPodSelector().getMatchLabels()).isEqualTo(DATABASE_PODS);
        assertThat(database.getIngress().get(0).getFrom().get(0).getPodSelector().getMatchLabels()).isEqualTo(OUR_PODS);
    }

    @Test
    void the_database_has_three_instances_and_timescaledb() throws IOException {
        JsonNode cluster = document(BASE.resolve("database.yaml"));
        assertThat(cluster.at("/spec/instances").asInt()).isEqualTo(3);
        assertThat(cluster.at("/spec/postgresql/shared_preload_libraries/0").asText()).isEqualTo("timescaledb");
        assertThat(cluster.at("/spec/bootstrap/initdb/postInitApplicationSQL/0").asText())
                .isEqualTo("CREATE EXTENSION IF NOT EXISTS timescaledb");
    }

    private static boolean isPatch(Path file) {
        return file.getFileName().toString().endsWith("-patch.yaml");
    }

    private static List<Probe> probes() throws IOException {
        return List.of(container().getStartupProbe(), container().getLivenessProbe(), container().getReadinessProbe());
    }

    private static Container container() throws IOException {
        return base("deployment.yaml", Deployment.class).getSpec().getTemplate().getSpec().getContainers().get(0);
    }

    private static Map<String, String> settings() throws IOException {
        assertThat(container().getEnvFrom()).extracting(source -> source.getConfigMapRef().getName()).containsExactly("env-disclosure");
        return literals(BASE);
    }

    private static Map<String, String> literals(Path folder) throws IOException {
        JsonNode generator = document(folder.resolve("kustomization.yaml")).at("/configMapGenerator/0");
        assertThat(generator.get("name").asText()).isEqualTo("env-disclosure");
        return StreamSupport.stream(generator.get("literals").spliterator(), false)
                .map(literal -> literal.asText().split("=", 2)).collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private static Set<String> filesBeside(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> !name.equals("kustomization.yaml"))
                    .collect(Collectors.toSet());
        }
    }

    private static Set<String> listed(Path folder) throws IOException {
        JsonNode kustomization = document(folder.resolve("kustomization.yaml"));
        Stream<JsonNode> resources = StreamSupport.stream(kustomization.get("resources").spliterator(), false);
        Stream<JsonNode> patches = StreamSupport.stream(kustomization.path("patches").spliterator(), false)
                .map(patch -> patch.get("path"));
        return Stream.concat(resources, patches).map(JsonNode::asText).collect(Collectors.toSet());
    }

    private static <T> T base(String file, Class<T> type) throws IOException {
        return typed(BASE.resolve(file), type);
    }

    private static <T> T typed(Path file, Class<T> type) throws IOException {
        return STRICT.typed(document(file), type);
    }

    private static JsonNode document(Path file) throws IOException {
        List<JsonNode> documents = STRICT.read(Files.readString(file), !isPatch(file));
        assertThat(documents).as("%s holds one manifest", file).hasSize(1);
        return documents.get(0);
    }
}
