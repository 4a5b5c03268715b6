package dev.handover.development.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Which handler answers which method and path. A path is written {@code /connectors/{id}}; a variable stands for one
 * segment of {@code [A-Za-z0-9._-]+}. An unknown path answers 404, a known one with another method 405.
 */
public final class Routes implements Handler {

    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z]+)}");

    private record Route(String method, Pattern path, List<String> variables, Handler handler) {

        Optional<Map<String, String>> match(String candidate) {
            var matcher = path.matcher(candidate);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            var found = new LinkedHashMap<String, String>();
            variables.forEach(name -> found.put(name, matcher.group(name)));
            return Optional.of(found);
        }

        /** A route for GET answers HEAD too. */
        boolean allows(String candidate) {
            return method.equals(candidate) || method.equals("GET") && candidate.equals("HEAD");
        }
    }

    private final List<Route> routes = new ArrayList<>();

    public Routes get(String path, Handler handler) {
        return add("GET", path, handler);
    }

    public Routes post(String path, Handler handler) {
        return add("POST", path, handler);
    }

    public Routes delete(String path, Handler handler) {
        return add("DELETE", path, handler);
    }

    private Routes add(String method, String path, Handler handler) {
        var names =
                VARIABLE.matcher(path).results().map(found -> found.group(1)).toList();
        var pattern = Pattern.compile(VARIABLE.matcher(path).replaceAll("(?<$1>[A-Za-z0-9._-]+)"));
        routes.add(new Route(method, pattern, names, handler));
        return this;
    }

    @Override
    public Response answer(Request request) throws Exception {
        var allowed = new TreeSet<String>();
        for (var route : routes) {
            var variables = route.match(request.path());
            if (variables.isPresent() && route.allows(request.method())) {
                return route.handler().answer(request.withVariables(variables.get()));
            }
            variables.ifPresent(known -> allowed.add(route.method()));
        }
        return allowed.isEmpty()
                ? Response.problem(404, "There is nothing at " + request.path() + ".")
                : Response.problem(405, "Only " + String.join(", ", allowed) + " here.")
                        .with("Allow", String.join(", ", allowed));
    }
}
