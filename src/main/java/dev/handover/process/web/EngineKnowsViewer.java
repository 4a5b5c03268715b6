package dev.handover.process.web;

import dev.handover.access.CurrentUser;
import dev.handover.access.Group;
import dev.handover.access.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.AsyncHandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Tells the engine who makes a request to our own pages and interface. Without it the engine would take the request for
 * its own: no rights would be checked, and its history would name nobody.
 */
@Configuration(proxyBeanMethods = false)
class EngineKnowsViewer implements WebMvcConfigurer, AsyncHandlerInterceptor {

    private final IdentityService identity;
    private final CurrentUser user;

    EngineKnowsViewer(IdentityService identity, CurrentUser user) {
        this.identity = identity;
        this.user = user;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        user.find().ifPresent(this::authenticate);
        return true;
    }

    @Override
    public void afterConcurrentHandlingStarted(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        identity.clearAuthentication();
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, Exception failure) {
        identity.clearAuthentication();
    }

    private void authenticate(Viewer viewer) {
        identity.setAuthentication(
                viewer.userId(), viewer.groups().stream().map(Group::id).toList());
    }
}
