package org.envdisclosure.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The paths of the API and the methods each takes; the framework knows them, but tells neither in a 405 nor path by path. */
@ApplicationScoped
public class Endpoints {

    private static final Pattern VARIABLE = Pattern.compile("\\{[^/]+}");
    private static final String ANY_SEGMENT = "[^/]+";

    private final Map<String, Endpoint> fixed = new TreeMap<>();
    private final List<Route> withVariables = new ArrayList<>();

    /**
     * @param template the path with its variables, such as {@code /api/v1/air/stations/{station_code}}
     * @param methods  what it takes, HEAD and OPTIONS included
     */
    public record Endpoint(String template, Set<String> methods) {

        /** As the {@code Allow} header lists them. */
        public String allow() {
            return String.join(", ", methods);
        }
    }

    private record Route(Pattern path, Endpoint endpoint) {
    }

    @Inject
    Endpoints(BeanManager beans) {
        this(beans.getBeans(Object.class, Any.Literal.INSTANCE).stream().map(Bean::getBeanClass)
                .filter(type -> type.isAnnotationPresent(Path.class)).collect(Collectors.toSet()));
    }

    Endpoints(Set<? extends Class<?>> resources) {
        Map<String, Set<String>> found = new TreeMap<>();
        for (Class<?> resource : resources) {
            for (Method method : resource.getMethods()) {
                verb(method).ifPresent(verb -> found.computeIfAbsent(template(resource, method), path -> new TreeSet<>()).add(verb));
            }
        }
        found.forEach((template, methods) -> {
            Endpoint endpoint = new Endpoint(template, complete(methods));
            if (template.indexOf('{') < 0) {
                fixed.put(template, endpoint);
            } else {
                withVariables.add(new Route(path(template), endpoint));
            }
        });
    }

    /** The endpoint at a path; a slash at its end makes no difference. */
    public Optional<Endpoint> at(String path) {
        String bare = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        Endpoint exact = fixed.get(bare);
        return exact != null ? Optional.of(exact) : withVariables.stream()
                .filter(route -> route.path().matcher(bare).matches()).map(Route::endpoint).findFirst();
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations()).map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type -> type.getAnnotation(HttpMethod.class).value()).findFirst();
    }

    private static String template(Class<?> resource, Method method) {
        String own = method.isAnnotationPresent(Path.class) ? method.getAnnotation(Path.class).value() : "";
        return ("/" + resource.getAnnotation(Path.class).value() + "/" + own).replaceAll("/{2,}", "/").replaceAll("(.)/$", "$1");
    }

    private static Pattern path(String template) {
        return Pattern.compile(Arrays.stream(VARIABLE.split(template, -1)).map(Pattern::quote).collect(Collectors.joining(ANY_SEGMENT)));
    }

    private static Set<String> complete(Set<String> declared) {
        Set<String> methods = new TreeSet<>(declared);
        methods.add("OPTIONS");
        if (declared.contains("GET")) {
            methods.add("HEAD");
        }
        return methods;
    }
}
