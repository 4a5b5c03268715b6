package dev.handover.checks;

import dev.handover.checks.guard.CallFailed;
import dev.handover.checks.guard.MailRoute;
import java.net.URI;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@link CheckTarget.MailDomain}. Asks name servers only: no mail is sent, and no mail server is connected to. */
@Component
final class MailDomainCheck implements Check<CheckTarget.MailDomain> {

    @Override
    public Class<CheckTarget.MailDomain> kind() {
        return CheckTarget.MailDomain.class;
    }

    @Override
    public Optional<URI> address(CheckTarget.MailDomain target) {
        return Optional.empty();
    }

    @Override
    public String expected(CheckTarget.MailDomain target) {
        return "mail to %s goes to a mail server that has an address".formatted(Words.quoted(target.domain()));
    }

    @Override
    public Symptom symptom() {
        return Symptom.SUPPORT_UNCLEAR;
    }

    @Override
    public Finding look(CheckTarget.MailDomain target, Probe probe) throws CallFailed {
        MailRoute route = probe.mailRoute(target.domain());
        probe.note("mailServers", String.join(", ", route.servers()));
        probe.note("addresses", String.join(", ", route.addresses()));
        return switch (route.kind()) {
            case NO_SUCH_DOMAIN -> Finding.failed("there is no such domain");
            case NOWHERE -> Finding.failed("the domain has neither a mail server nor an address");
            case REFUSES_MAIL -> Finding.failed("the domain says that it takes no mail");
            case OWN_ADDRESS ->
                Finding.passed(
                        "the domain names no mail server; mail goes to its own address %s".formatted(first(route)));
            case MAIL_SERVERS -> byServers(route);
        };
    }

    private static Finding byServers(MailRoute route) {
        String servers = String.join(", ", route.servers());
        return route.addresses().isEmpty()
                ? Finding.failed("none of the mail servers has an address: " + servers)
                : Finding.passed("mail goes to %s (%s)".formatted(servers, first(route)));
    }

    private static String first(MailRoute route) {
        return route.addresses().get(0);
    }
}
