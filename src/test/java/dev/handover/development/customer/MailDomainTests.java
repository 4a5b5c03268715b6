package dev.handover.development.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

class MailDomainTests {

    private final Switches switches = new Switches(Duration.ofMillis(1));

    @AutoClose
    private final MailDomain domain =
            new MailDomain(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), switches);

    private Message ask(String name, int type, boolean overTcp) throws Exception {
        var resolver = new SimpleResolver(new InetSocketAddress(InetAddress.getLoopbackAddress(), domain.port()));
        resolver.setTCP(overTcp);
        return resolver.send(Message.newQuery(Record.newRecord(Name.fromString(name), type, DClass.IN)));
    }

    @Test
    void theSamplePeoplesDomainHasAMailServerUnlessItIsBroken() throws Exception {
        assertThat(ask("handover.example.", Type.MX, false).getSection(Section.ANSWER))
                .hasSize(1);
        assertThat(ask("handover.example.", Type.MX, true).getSection(Section.ANSWER))
                .hasSize(1);

        switches.breakDown(Part.MAIL_DOMAIN);
        Message broken = ask("handover.example.", Type.MX, false);
        assertThat(broken.getRcode()).isEqualTo(Rcode.NOERROR);
        assertThat(broken.getSection(Section.ANSWER)).isEmpty();

        switches.mend(Part.MAIL_DOMAIN);
        assertThat(ask("handover.example.", Type.MX, false).getSection(Section.ANSWER))
                .hasSize(1);
    }

    @Test
    void otherDomainsDoNotExist() throws Exception {
        assertThat(ask("elsewhere.example.", Type.MX, false).getRcode()).isEqualTo(Rcode.NXDOMAIN);
    }
}
