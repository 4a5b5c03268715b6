package dev.handover.checks;

import dev.handover.checks.guard.CallFailed;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** {@link CheckTarget.Dns}. */
@Component
final class DnsCheck implements Check<CheckTarget.Dns> {

    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    @Override
    public Class<CheckTarget.Dns> kind() {
        return CheckTarget.Dns.class;
    }

    @Override
    public Optional<URI> address(CheckTarget.Dns target) {
        return Optional.empty();
    }

    @Override
    public String expected(CheckTarget.Dns target) {
        return target.addresses().isEmpty()
                ? "the name %s leads to an address".formatted(Words.quoted(target.host()))
                : "the name %s leads to %s and to no other address"
                        .formatted(Words.quoted(target.host()), String.join(", ", target.addresses()));
    }

    @Override
    public Symptom symptom() {
        return Symptom.ENVIRONMENT_DIFFERS;
    }

    @Override
    public Finding look(CheckTarget.Dns target, Probe probe) throws CallFailed {
        Set<InetAddress> observed = new LinkedHashSet<>(probe.addressesOf(target.host()));
        String shown = shown(observed);
        probe.note("addresses", shown);
        List<String> differences = new ArrayList<>();
        if (!target.addresses().isEmpty()) {
            Set<InetAddress> expected = new LinkedHashSet<>();
            for (String address : target.addresses()) {
                expected.add(parse(address));
            }
            tell("it does not lead to %s", without(expected, observed), differences);
            tell("it leads to %s, which is not expected", without(observed, expected), differences);
        }
        return Finding.of(differences, "it leads to " + shown);
    }

    private static void tell(String difference, Set<InetAddress> addresses, List<String> differences) {
        if (!addresses.isEmpty()) {
            differences.add(difference.formatted(shown(addresses)));
        }
    }

    private static Set<InetAddress> without(Set<InetAddress> some, Set<InetAddress> others) {
        Set<InetAddress> rest = new LinkedHashSet<>(some);
        rest.removeAll(others);
        return rest;
    }

    private static String shown(Set<InetAddress> addresses) {
        return String.join(
                ", ", addresses.stream().map(InetAddress::getHostAddress).toList());
    }

    /** Never asks a name server: the text is an address, or it is refused. */
    private static InetAddress parse(String text) throws CallFailed {
        try {
            if (LITERAL.matcher(text).matches()) {
                return InetAddress.getByName(text);
            }
        } catch (UnknownHostException e) {
            // Reported below.
        }
        throw new CallFailed("%s is not an IP address".formatted(Words.quoted(text)));
    }
}
