package dev.handover.plan;

import dev.handover.shared.Role;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The words for owners in plan documents. */
final class OwnerWords {

    private static final Map<String, Role> ROLES = roles();

    private OwnerWords() {}

    private static Map<String, Role> roles() {
        Map<String, Role> roles = new LinkedHashMap<>();
        roles.put("production", Role.PRODUCTION);
        roles.put("support", Role.SUPPORT);
        roles.put("businessAcceptance", Role.BUSINESS);
        roles.put("changeApproval", Role.CHANGE);
        roles.put("environment", Role.ENVIRONMENT);
        roles.put("customer", Role.CUSTOMER);
        return Collections.unmodifiableMap(roles);
    }

    /** All words with their roles, in the order of the schema. */
    static Map<String, Role> all() {
        return ROLES;
    }

    static Optional<Role> role(String word) {
        return Optional.ofNullable(ROLES.get(word));
    }

    /** @throws IllegalArgumentException for a role that is not an owner */
    static String word(Role role) {
        return ROLES.entrySet().stream()
                .filter(each -> each.getValue() == role)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(role + " is not an owner"));
    }
}
