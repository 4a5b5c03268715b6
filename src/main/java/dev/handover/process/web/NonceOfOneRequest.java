package dev.handover.process.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.camunda.bpm.webapp.impl.security.filter.headersec.provider.impl.ContentSecurityPolicyProvider;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps the script nonce of each page of the engine's web applications to its own request.
 *
 * <p>Version 7.24 passes the nonce from its header filter to its page filter through an attribute of the servlet context,
 * which all requests share. Two pages loaded at once then swap nonces, the browser refuses the scripts, and the page
 * stays blank.
 */
class NonceOfOneRequest extends OncePerRequestFilter {

    private static final String NONCE = ContentSecurityPolicyProvider.ATTR_CSP_FILTER_NONCE;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var context = contextWithOwnNonce(request.getServletContext());
        var isolated = new HttpServletRequestWrapper(request) {
            @Override
            public ServletContext getServletContext() {
                return context;
            }
        };
        chain.doFilter(isolated, response);
    }

    private static ServletContext contextWithOwnNonce(ServletContext shared) {
        var nonce = new Object[1];
        return (ServletContext) Proxy.newProxyInstance(
                ServletContext.class.getClassLoader(),
                new Class<?>[] {ServletContext.class},
                (proxy, method, arguments) -> {
                    if (isNonce(method, "setAttribute", arguments)) {
                        nonce[0] = arguments[1];
                        return null;
                    }
                    return isNonce(method, "getAttribute", arguments) ? nonce[0] : call(shared, method, arguments);
                });
    }

    private static boolean isNonce(Method method, String name, Object[] arguments) {
        return method.getName().equals(name) && NONCE.equals(arguments[0]);
    }

    private static Object call(ServletContext shared, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(shared, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
