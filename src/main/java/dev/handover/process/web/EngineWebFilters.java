package dev.handover.process.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.handover.access.CurrentUser;
import dev.handover.process.OpenTasks;
import jakarta.servlet.Filter;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.engine.rest.security.auth.impl.ContainerBasedAuthenticationProvider;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells the engine's web applications and REST interface whom Spring Security has let in: one login for everything. */
@Configuration(proxyBeanMethods = false)
class EngineWebFilters {

    /** After Spring Security, before the engine's own filters, which are registered without an order. */
    private static final int AFTER_LOGIN = SecurityProperties.DEFAULT_FILTER_ORDER + 1;

    @Bean
    FilterRegistrationBean<Filter> webApplicationLogin() {
        return loginFrom(new ContainerBasedAuthenticationFilter(), "/camunda/app/*", "/camunda/api/*");
    }

    @Bean
    FilterRegistrationBean<Filter> engineRestLogin() {
        return loginFrom(new ProcessEngineAuthenticationFilter(), "/engine-rest/*");
    }

    @Bean
    FilterRegistrationBean<Filter> nonceOfOneRequest() {
        var registration = new FilterRegistrationBean<Filter>(new NonceOfOneRequest());
        registration.addUrlPatterns("/camunda/app/*");
        registration.setOrder(AFTER_LOGIN);
        return registration;
    }

    @Bean
    FilterRegistrationBean<Filter> freshForms(OpenTasks tasks) {
        var registration = new FilterRegistrationBean<Filter>(new FreshForms(tasks));
        registration.addUrlPatterns("/camunda/api/*", "/engine-rest/*");
        registration.setOrder(AFTER_LOGIN + 2);
        return registration;
    }

    @Bean
    FilterRegistrationBean<Filter> foreignIds(CurrentUser user, TaskService tasks, ObjectMapper json) {
        var registration = new FilterRegistrationBean<Filter>(new ForeignIds(user, tasks, json));
        registration.addUrlPatterns("/camunda/api/*", "/engine-rest/*");
        registration.setOrder(AFTER_LOGIN + 1);
        return registration;
    }

    @Bean
    FilterRegistrationBean<Filter> boundedQueries(ProcessEngineConfigurationImpl engine) {
        var registration = new FilterRegistrationBean<Filter>(new BoundedQueries(engine.getQueryMaxResultsLimit()));
        registration.addUrlPatterns("/camunda/api/engine/*");
        registration.setOrder(AFTER_LOGIN);
        return registration;
    }

    private static FilterRegistrationBean<Filter> loginFrom(Filter filter, String... patterns) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.addInitParameter("authentication-provider", ContainerBasedAuthenticationProvider.class.getName());
        registration.addUrlPatterns(patterns);
        registration.setOrder(AFTER_LOGIN);
        return registration;
    }
}
