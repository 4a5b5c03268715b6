package dev.handover.process.web;

import dev.handover.shared.HandoverException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Map;
import org.glassfish.jersey.internal.spi.AutoDiscoverable;

/**
 * Answers a refusal by our rules in the engine's REST interface, and with it in Tasklist and Cockpit, which show the
 * message to the person; and keeps the inside of faults to the log, where the engine has written it. Found by Jersey through {@code META-INF/services}; there is no other door into the interface of
 * the web applications.
 */
public class EngineAnswers implements AutoDiscoverable {

    @Override
    public void configure(FeatureContext context) {
        context.register(new RefusalMapper());
        context.register(new FaultsWithoutInside());
    }

    private static Map<String, String> message(String slug, String message) {
        return Map.of("type", "urn:handover:" + slug, "message", message);
    }

    private static final class RefusalMapper implements ExceptionMapper<HandoverException> {

        /** In the form the engine's interface has: the kind of error and a message. */
        @Override
        public Response toResponse(HandoverException refusal) {
            return Response.status(refusal.code().status())
                    .type(MediaType.APPLICATION_JSON_TYPE)
                    .entity(Map.of("type", "urn:handover:" + refusal.code().slug(), "message", refusal.getMessage()))
                    .build();
        }
    }

    static final class FaultsWithoutInside implements ContainerResponseFilter {

        private static final String MESSAGE =
                "Something went wrong on our side, and nothing was recorded. Try again; if it"
                        + " stays, tell an admin the time.";

        @Override
        public void filter(ContainerRequestContext request, ContainerResponseContext response) {
            if (response.getStatusInfo().getFamily() == Response.Status.Family.SERVER_ERROR) {
                response.setEntity(message("fault", MESSAGE), null, MediaType.APPLICATION_JSON_TYPE);
            }
        }
    }
}
