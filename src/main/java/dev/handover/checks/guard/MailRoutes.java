package dev.handover.checks.guard;

import dev.handover.checks.guard.MailRoute.Kind;
import dev.handover.checks.guard.NameServers.Found;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/** Finds out where the mail of a domain goes (RFC 5321, 5.1; RFC 7505), without sending any. */
final class MailRoutes {

    private final NameServers servers;

    MailRoutes(NameServers servers) {
        this.servers = servers;
    }

    /** @throws NoNameServer if that could not be found out */
    MailRoute of(HostName domain, TimeLimit limit) {
        Found found = servers.find(domain.text(), Type.MX, limit);
        if (!found.exists()) {
            return MailRoute.none(Kind.NO_SUCH_DOMAIN);
        }
        List<Name> targets = found.records().stream()
                .map(MXRecord.class::cast)
                .sorted(Comparator.comparingInt(MXRecord::getPriority))
                .map(MXRecord::getTarget)
                .toList();
        if (targets.isEmpty()) {
            List<String> own = addresses(domain.text(), limit);
            return own.isEmpty()
                    ? MailRoute.none(Kind.NOWHERE)
                    : new MailRoute(Kind.OWN_ADDRESS, List.of(domain.text()), own);
        }
        return targets.stream().allMatch(Name.root::equals)
                ? MailRoute.none(Kind.REFUSES_MAIL)
                : toServers(targets, limit);
    }

    private MailRoute toServers(List<Name> targets, TimeLimit limit) {
        List<String> names = targets.stream()
                .filter(target -> !target.equals(Name.root))
                .limit(MailRoute.MOST_SERVERS)
                .map(target -> target.toString(true))
                .toList();
        List<String> first = names.stream()
                .map(name -> addresses(name, limit))
                .filter(addresses -> !addresses.isEmpty())
                .findFirst()
                .orElse(List.of());
        return new MailRoute(Kind.MAIL_SERVERS, names, first);
    }

    private List<String> addresses(String name, TimeLimit limit) {
        return Stream.of(Type.A, Type.AAAA)
                .flatMap(type -> servers.find(name, type, limit).records().stream())
                .map(MailRoutes::address)
                .toList();
    }

    private static String address(Record record) {
        return record instanceof ARecord a
                ? a.getAddress().getHostAddress()
                : ((AAAARecord) record).getAddress().getHostAddress();
    }
}
