package dev.handover.access;

import com.fasterxml.jackson.core.JsonPointer;
import java.net.URI;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The OpenID Connect provider of an installation, if it has one; a bad value stops the start-up.
 *
 * @param issuer null without a provider; its metadata is read when somebody first logs in
 * @param clientId as which this installation is known there
 * @param clientSecret as a file below {@code /run/secrets} or an environment variable; null for a client that has none
 * @param name what people call the provider
 * @param userIdClaim claim with the user id as plans name people; nobody may be able to choose it for themselves
 * @param groupsClaim claim with the groups, or a JSON pointer to them
 * @param groups by our group's id, what the provider calls it; a group that is left out has the same name there
 * @param audience whom access tokens of programs must be for; the client's id if left out
 */
@ConfigurationProperties("handover.login.open-id")
record OpenIdSettings(
        URI issuer,
        String clientId,
        String clientSecret,
        @DefaultValue("your organization") String name,
        @DefaultValue("preferred_username") String userIdClaim,
        @DefaultValue("groups") String groupsClaim,
        @DefaultValue Map<String, List<String>> groups,
        String audience) {

    /** The one provider's name within addresses and the framework. */
    static final String REGISTRATION = "open-id";

    OpenIdSettings {
        if (issuer != null && (clientId == null || clientId.isBlank())) {
            throw new IllegalArgumentException(
                    "handover.login.open-id.client-id is missing; the issuer alone is not enough");
        }
        for (var group : groups.keySet()) {
            if (Group.find(group).isEmpty()) {
                throw new IllegalArgumentException(
                        "handover.login.open-id.groups names \"%s\", which is no group of this product"
                                .formatted(group));
            }
        }
    }

    boolean isUsed() {
        return issuer != null;
    }

    String expectedAudience() {
        return audience == null ? clientId : audience;
    }

    JsonPointer groupsPointer() {
        return JsonPointer.compile(groupsClaim.startsWith("/") ? groupsClaim : "/" + groupsClaim);
    }

    /** Our groups, by what the provider calls those of a person; what it calls others means nothing here. */
    Set<Group> groupsOf(Collection<String> theirs) {
        var ours = EnumSet.noneOf(Group.class);
        for (var group : Group.values()) {
            if (groups.getOrDefault(group.id(), List.of(group.id())).stream().anyMatch(theirs::contains)) {
                ours.add(group);
            }
        }
        return ours;
    }

    @Override
    public String toString() {
        return "OpenIdSettings[issuer=%s, clientId=%s]".formatted(issuer, clientId); // never the secret
    }
}
