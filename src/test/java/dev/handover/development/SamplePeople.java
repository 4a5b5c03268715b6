package dev.handover.development;

import dev.handover.access.Group;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** One person for each role; the password is the user id. Never part of an installation: this is not packaged. */
@TestConfiguration(proxyBeanMethods = false)
public class SamplePeople {

    private final IdentityService identity;

    SamplePeople(IdentityService identity) {
        this.identity = identity;
    }

    /** Before the product looks for an admin. */
    @EventListener(ContextRefreshedEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void ensure() {
        ensure("requester", "Rita", "Requardt", Group.PROJECT_TEAM);
        ensure("production", "Paul", "Prodan", Group.OWNERS);
        ensure("support", "Susan", "Sauer", Group.OWNERS);
        ensure("business", "Bianca", "Berg", Group.OWNERS);
        ensure("change", "Charles", "Chang", Group.OWNERS);
        ensure("environment", "Erik", "Engel", Group.OWNERS);
        ensure("customer", "Cora", "Kunde", Group.OWNERS);
        ensure("validator", "Vera", "Valid", Group.VALIDATORS);
        ensure("admin", "Ada", "Admin", Group.ADMINS);
        ensure("auditor", "Aron", "Audit", Group.AUDITORS);
        ensure("deputy", "Dora", "Dietz", Group.OWNERS);
        ensure("outsider", "Olaf", "Outsider", Group.OWNERS);
    }

    private void ensure(String id, String firstName, String lastName, Group group) {
        if (identity.createUserQuery().userId(id).count() > 0) {
            return;
        }
        var person = identity.newUser(id);
        person.setFirstName(firstName);
        person.setLastName(lastName);
        person.setEmail(id + "@handover.example");
        person.setPassword(id);
        ((IdentityServiceImpl) identity).saveUser(person, true); // these passwords would not pass the policy
        identity.createMembership(id, group.id());
    }
}
