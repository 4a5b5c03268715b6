package dev.handover.audit;

import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Where what happens now comes from. */
final class Origin {

    /** What no request asks for: jobs of the engine. */
    static final String JOB = "job";

    private Origin() {}

    /** Remote address as the container knows it, behind a proxy that it trusts that of the proxy's client. */
    static String current() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? request.getRequest().getRemoteAddr()
                : JOB;
    }
}
