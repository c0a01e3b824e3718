package org.leye.platform.http.input;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.annotation.Priority;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;

import org.leye.platform.problem.RequestProblem;
import org.leye.platform.problem.Text;
import org.leye.platform.problem.Violation;

/**
 * Refuses query parameters that the operation does not know, for a misspelt filter must not answer with everything, and control
 * characters in parameters and paths.
 */
@Provider
@Priority(Priorities.USER)
public class KnownParameters implements ContainerRequestFilter {

    private final ResourceInfo resource;
    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    KnownParameters(ResourceInfo resource) {
        this.resource = resource;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        refuseUnstorablePath(request);
        var given = request.getUriInfo().getQueryParameters();
        if (given.isEmpty() || resource.getResourceMethod() == null) {
            return;
        }
        var accepted = known.computeIfAbsent(resource.getResourceMethod(), KnownParameters::parametersOf);
        var unknown = given.keySet().stream()
                .filter(name -> !accepted.contains(name))
                .map(name -> new Violation(
                        "?" + name, "UNKNOWN_PARAMETER", Text.of("未知参数", "not known here; known are %s", accepted)))
                .toList();
        if (!unknown.isEmpty()) {
            throw RequestProblem.UNKNOWN_PARAMETER.at(unknown);
        }
        var repeated = given.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1
                        || !StorableText.isStorable(entry.getValue().getFirst()))
                .map(entry -> new Violation(
                        "?" + entry.getKey(),
                        "INVALID",
                        Text.of("参数重复或含有不允许的字符", "given twice, or holds a control character")))
                .toList();
        if (!repeated.isEmpty()) {
            throw RequestProblem.INVALID_INPUT.at(repeated);
        }
    }

    private static void refuseUnstorablePath(ContainerRequestContext request) {
        boolean storable = request.getUriInfo().getPathParameters().values().stream()
                .flatMap(List::stream)
                .allMatch(StorableText::isStorable);
        if (!storable) {
            throw RequestProblem.INVALID_PATH.problem();
        }
    }

    private static Set<String> parametersOf(Method method) {
        return Arrays.stream(method.getParameters())
                .flatMap(KnownParameters::names)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> names(Parameter parameter) {
        if (parameter.isAnnotationPresent(BeanParam.class)) {
            return Arrays.stream(parameter.getType().getDeclaredFields())
                    .filter(field -> field.isAnnotationPresent(QueryParam.class))
                    .map(field -> field.getAnnotation(QueryParam.class).value());
        }
        var query = parameter.getAnnotation(QueryParam.class);
        return query == null ? Stream.empty() : List.of(query.value()).stream();
    }
}
