package org.envdisclosure.catalog.openapi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.envdisclosure.platform.problem.ProblemType;

/** Which problems an operation can answer with, from what it takes. */
final class Refusals {

    /** Set by {@link KeyedOperations}, taken out again here. */
    static final String NAMED = "x-problems";

    private Refusals() {
    }

    /** @param own what its kind adds */
    static void add(Operation operation, ProblemResponses problems, List<ProblemType> own) {
        List<ProblemType> types = new ArrayList<>(List.of(ProblemType.UNKNOWN_PARAMETER, ProblemType.TOO_MANY_REQUESTS,
                ProblemType.INTERNAL, ProblemType.UNAVAILABLE));
        List<Parameter> parameters = operation.getParameters() == null ? List.of() : operation.getParameters();
        if (parameters.stream().anyMatch(parameter -> parameter.getIn() != Parameter.In.PATH)) {
            types.add(ProblemType.INVALID_PARAMETER);
        }
        if (parameters.stream().anyMatch(parameter -> parameter.getIn() == Parameter.In.PATH)) {
            types.add(ProblemType.NOT_FOUND);
        }
        if (parameters.stream().anyMatch(parameter -> "#/components/parameters/cursor".equals(parameter.getRef()))) {
            types.addAll(List.of(ProblemType.INVALID_CURSOR, ProblemType.NOT_ACCEPTABLE, ProblemType.EXPORTS_BUSY));
        }
        if (operation.getSecurity() != null && !operation.getSecurity().isEmpty()) {
            types.addAll(List.of(ProblemType.UNAUTHORIZED, ProblemType.FORBIDDEN));
        }
        types.addAll(own);
        if (own.isEmpty() && operation.getRequestBody() != null) {
            types.addAll(List.of(ProblemType.INVALID_BODY, ProblemType.UNSUPPORTED_MEDIA_TYPE));
        }
        types.addAll(named(operation));
        problems.addTo(operation, types);
    }

    /** What the method names with {@link org.envdisclosure.platform.problem.Refuses}. */
    private static List<ProblemType> named(Operation operation) {
        Object names = operation.getExtensions() == null ? null : operation.getExtensions().get(NAMED);
        if (names == null) {
            return List.of();
        }
        operation.removeExtension(NAMED);
        return Arrays.stream(String.valueOf(names).split(" ")).map(ProblemType::valueOf).toList();
    }
}
