package dev.handover.signoff;

import dev.handover.shared.EvidenceKind;
import dev.handover.shared.Role;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which kinds of evidence a signing role relies on: a change in one of them outdates its approval, a change in another does
 * not. Together they cover all seven kinds.
 */
final class Reliance {

    private Reliance() {}

    static Set<EvidenceKind> of(Role role) {
        return switch (role) {
            case BUSINESS ->
                EnumSet.of(
                        EvidenceKind.PRODUCT_WORKFLOW_VALIDATION,
                        EvidenceKind.USER_AND_ROLE_VALIDATION,
                        EvidenceKind.SUPPORT_HANDOFF,
                        EvidenceKind.KNOWN_ISSUES_LIST);
            case ENVIRONMENT ->
                EnumSet.of(
                        EvidenceKind.ENVIRONMENT_INVENTORY,
                        EvidenceKind.USER_AND_ROLE_VALIDATION,
                        EvidenceKind.INTEGRATION_VALIDATION,
                        EvidenceKind.BACKUP_AND_RECOVERY_STATEMENT,
                        EvidenceKind.KNOWN_ISSUES_LIST);
            case CHANGE -> EnumSet.allOf(EvidenceKind.class);
            case REQUESTER, PRODUCTION, SUPPORT, CUSTOMER, VALIDATOR ->
                throw new IllegalArgumentException(role + " does not sign");
        };
    }
}
