package dev.handover.process.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives the queries of the engine's web applications the limit they forget. The engine refuses queries without one, lest
 * somebody's list exhausts the memory; Cockpit asks a few such, the versions of a model for example, and would show an
 * error. Programs at {@code /engine-rest} are told, and set a limit themselves.
 */
class BoundedQueries extends OncePerRequestFilter {

    private final int limit;

    /** @param limit largest number of results that the engine allows */
    BoundedQueries(int limit) {
        this.limit = limit;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var query = request.getQueryString();
        chain.doFilter(hasLimit(query) ? request : new Limited(request, query), response);
    }

    private static boolean hasLimit(String query) {
        return query != null && query.contains("maxResults=");
    }

    private final class Limited extends HttpServletRequestWrapper {

        private final String query;

        Limited(HttpServletRequest request, String query) {
            super(request);
            this.query = (query == null ? "" : query + "&") + "maxResults=" + limit;
        }

        @Override
        public String getQueryString() {
            return query;
        }
    }
}
