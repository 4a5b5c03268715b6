package dev.handover.checks;

import dev.handover.checks.guard.CallFailed;
import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@link CheckTarget.Tcp}. Nothing is sent: who listens behind a port is for another check to say. */
@Component
final class TcpCheck implements Check<CheckTarget.Tcp> {

    @Override
    public Class<CheckTarget.Tcp> kind() {
        return CheckTarget.Tcp.class;
    }

    @Override
    public Optional<URI> address(CheckTarget.Tcp target) {
        return Ports.address("tcp", target.host(), target.port());
    }

    @Override
    public String expected(CheckTarget.Tcp target) {
        return "port %d of %s accepts a connection".formatted(target.port(), Words.quoted(target.host()));
    }

    @Override
    public Symptom symptom() {
        return Symptom.CONNECTORS_FAIL;
    }

    @Override
    public Finding look(CheckTarget.Tcp target, Probe probe) throws CallFailed {
        InetAddress accepted = probe.knock(target.host(), target.port());
        probe.note("ip", accepted.getHostAddress());
        return Finding.passed(
                "%s accepted a connection on port %d".formatted(accepted.getHostAddress(), target.port()));
    }
}
