package dev.handover.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.stereotype.Component;

/** Makes one of our people of what the identity provider's token says. */
@Component
class Arrivals {

    private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);

    private final OpenIdSettings settings;
    private final Accounts accounts;
    private final ObjectMapper json;

    Arrivals(OpenIdSettings settings, Accounts accounts, ObjectMapper json) {
        this.settings = settings;
        this.accounts = accounts;
        this.json = json;
    }

    /**
     * A person who logs in.
     *
     * @param claims of a token that was verified
     * @return empty if the token names nobody who can have an account here; the log says why
     */
    Optional<Viewer> welcome(Map<String, Object> claims) {
        return welcome(claims, false);
    }

    /** A program that brings an access token; otherwise as {@link #welcome(Map)}. */
    Optional<Viewer> program(Map<String, Object> claims) {
        return welcome(claims, true);
    }

    private Optional<Viewer> welcome(Map<String, Object> claims, boolean byProgram) {
        var token = json.valueToTree(claims);
        var userId = token.path(settings.userIdClaim()).asText();
        if (!PasswordLogin.isUserId(userId) || !userId.matches("[a-zA-Z0-9._@-]+")) {
            LOG.warn("The identity provider let somebody in whose claim \"{}\" is no user id.", settings.userIdClaim());
            return Optional.empty();
        }
        var viewer = accounts.welcome(arrival(userId, token, saidAt(claims), byProgram));
        if (viewer.isEmpty()) {
            LOG.warn(
                    "The identity provider let \"{}\" in, but that account is disabled or belongs to somebody else.",
                    userId);
        }
        viewer.ifPresent(each -> accounts.noteLogin(each.userId()));
        return viewer;
    }

    /** Every token of a login has it; one without is older than any. */
    private static Instant saidAt(Map<String, Object> claims) {
        return claims.get(JwtClaimNames.IAT) instanceof Instant at ? at : Instant.EPOCH;
    }

    private Arrival arrival(String userId, JsonNode token, Instant at, boolean byProgram) {
        var said = token.at(settings.groupsPointer());
        var theirs = StreamSupport.stream(said.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
        var name = Stream.of(token.path("name").asText(), userId)
                .filter(each -> !each.isBlank())
                .findFirst()
                .orElseThrow();
        return new Arrival(
                token.path("sub").asText(),
                userId,
                name,
                token.path("email").textValue(),
                byProgram && said.isMissingNode() ? null : settings.groupsOf(theirs),
                at,
                byProgram);
    }
}
