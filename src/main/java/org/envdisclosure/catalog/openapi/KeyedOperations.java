package org.envdisclosure.catalog.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.envdisclosure.platform.access.Needs;
import org.envdisclosure.platform.problem.Refuses;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/** At build time, while the classes are at hand: which operations answer only to a key, and of which role; which problems a method names. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class KeyedOperations implements OASFilter {

    static final String SCHEME = "api_key";
    /** The role a key needs; read by whoever describes the operation further. */
    static final String ROLE = "x-required-role";

    private static final DotName NEEDS = DotName.createSimple(Needs.class);
    private static final DotName OPERATION = DotName.createSimple(org.eclipse.microprofile.openapi.annotations.Operation.class);

    private static final DotName REFUSES = DotName.createSimple(Refuses.class);

    private final Map<String, String> roles = new HashMap<>();
    private final Map<String, String> refusals = new HashMap<>();

    public KeyedOperations(IndexView index) {
        for (AnnotationInstance described : index.getAnnotations(OPERATION)) {
            AnnotationValue id = described.value("operationId");
            if (id != null && described.target().kind() == AnnotationTarget.Kind.METHOD) {
                remember(id.asString(), described.target().asMethod());
            }
        }
    }

    private void remember(String operationId, MethodInfo method) {
        AnnotationInstance needs = method.hasAnnotation(NEEDS) ? method.annotation(NEEDS) : method.declaringClass().declaredAnnotation(NEEDS);
        if (needs != null) {
            roles.put(operationId, needs.value().asEnum().toLowerCase(Locale.ROOT));
        }
        AnnotationInstance refuses = method.annotation(REFUSES);
        if (refuses != null) {
            refusals.put(operationId, String.join(" ", refuses.value().asEnumArray()));
        }
    }

    @Override
    public Operation filterOperation(Operation operation) {
        String role = operation.getOperationId() == null ? null : roles.get(operation.getOperationId());
        if (role != null) {
            operation.addExtension(ROLE, role);
            operation.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(SCHEME));
        }
        String problems = operation.getOperationId() == null ? null : refusals.get(operation.getOperationId());
        if (problems != null) {
            operation.addExtension(Refusals.NAMED, problems);
        }
        return operation;
    }
}
