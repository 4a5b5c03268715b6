package dev.handover.process.identity;

import dev.handover.access.Group;
import org.camunda.bpm.engine.IdentityService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Creates the first admin of a new installation from the settings. As long as there is no admin, the engine's web
 * applications would let the first comer become one, so the product does not start without.
 */
@Component
class InitialAdmin {

    private static final Logger LOG = LoggerFactory.getLogger(InitialAdmin.class);

    private final IdentityService identity;
    private final InitialAdminSettings settings;
    private final OneNodeAtATime oneNode;

    InitialAdmin(IdentityService identity, InitialAdminSettings settings, OneNodeAtATime oneNode) {
        this.identity = identity;
        this.oneNode = oneNode;
        this.settings = settings;
    }

    /** @throws IllegalStateException if there is no admin, and the settings name none */
    @EventListener(ContextRefreshedEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void ensure() {
        oneNode.run(this::createIfMissing);
    }

    private void createIfMissing() {
        var admins = identity.createUserQuery().memberOfGroup(Group.ADMINS.id()).count();
        if (admins > 0) {
            return;
        }
        if (!settings.areComplete()) {
            throw new IllegalStateException("There is no admin yet. Set handover.initial-admin.user-id and"
                    + " handover.initial-admin.password for the first start, and remove the password afterwards.");
        }
        create();
    }

    private void create() {
        var userId = settings.userId();
        if (identity.createUserQuery().userId(userId).count() == 0) {
            var admin = identity.newUser(userId);
            admin.setFirstName(settings.name());
            admin.setEmail(settings.email());
            admin.setPassword(settings.password());
            identity.saveUser(admin);
        }
        identity.createMembership(userId, Group.ADMINS.id());
        LOG.info("Created the first admin, \"{}\". The password may be removed from the settings now.", userId);
    }
}
