package dev.handover.development.dns;

import dev.handover.development.dns.NameServer.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.Master;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;

/** A zone in the notation of RFC 1035, section 5; names that it does not hold do not exist. */
public final class ZoneText implements NameServer.Zone {

    private final List<Record> records = new ArrayList<>();

    /** @param lines for example {@code aurora.example. 60 IN MX 10 mail.aurora.example.} */
    public ZoneText(String... lines) {
        try (var master = new Master(
                new java.io.ByteArrayInputStream(String.join("\n", lines).getBytes()), Name.root)) {
            for (Record next = master.nextRecord(); next != null; next = master.nextRecord()) {
                records.add(next);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Reply> answer(Record question) {
        List<Record> ofName = records.stream()
                .filter(each -> each.getName().equals(question.getName()))
                .toList();
        List<Record> ofType = ofName.stream()
                .filter(each -> each.getType() == question.getType())
                .toList();
        return Optional.of(new Reply(ofName.isEmpty() ? Rcode.NXDOMAIN : Rcode.NOERROR, ofType));
    }
}
