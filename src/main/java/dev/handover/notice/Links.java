package dev.handover.notice;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Addresses that notices lead to. A bad value stops the start-up.
 *
 * @param baseUrl where people reach this installation, for example {@code https://handover.example.com}
 */
@Validated
@ConfigurationProperties("handover")
record Links(@NotNull URI baseUrl) {

    @AssertTrue(message = "base-url must be an http or https address with a host and without user, query or fragment")
    boolean isBaseUrlPlain() {
        return baseUrl == null
                || ("http".equals(baseUrl.getScheme()) || "https".equals(baseUrl.getScheme()))
                        && baseUrl.getHost() != null
                        && baseUrl.getUserInfo() == null
                        && baseUrl.getQuery() == null
                        && baseUrl.getFragment() == null;
    }

    /** The task in Tasklist. */
    String task(String taskId) {
        return base() + "/camunda/app/tasklist/default/#/?task=" + URLEncoder.encode(taskId, StandardCharsets.UTF_8);
    }

    /** The handover report. */
    String report(String goLive) {
        return base() + "/api/go-lives/" + goLive + "/report";
    }

    /** The page of the go-live. */
    String page(String goLive) {
        return base() + "/go-lives/" + goLive;
    }

    /** The page on which people choose what comes how. */
    String preferences() {
        return base() + "/preferences";
    }

    private String base() {
        return baseUrl.toString().replaceAll("/+$", "");
    }
}
