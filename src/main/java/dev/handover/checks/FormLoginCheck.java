package dev.handover.checks;

import dev.handover.checks.guard.Answer;
import dev.handover.checks.guard.Call;
import dev.handover.checks.guard.CallFailed;
import dev.handover.checks.guard.Session;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@link CheckTarget.FormLogin}. */
@Component
final class FormLoginCheck implements Check<CheckTarget.FormLogin> {

    @Override
    public Class<CheckTarget.FormLogin> kind() {
        return CheckTarget.FormLogin.class;
    }

    @Override
    public Optional<URI> address(CheckTarget.FormLogin target) {
        return Optional.of(target.page().url());
    }

    @Override
    public String expected(CheckTarget.FormLogin target) {
        return "%s lets %s in with the right password, so that %s answers 2xx, and nobody with none or an altered one"
                .formatted(target.page().url(), Words.quoted(target.account()), target.landing());
    }

    @Override
    public Symptom symptom() {
        return Symptom.CANNOT_SIGN_IN;
    }

    /** The right password comes last: after it, the count of failures that locks accounts begins anew. */
    @Override
    public Finding look(CheckTarget.FormLogin target, Probe probe) throws CallFailed {
        List<String> differences = new ArrayList<>();
        refused(land(target, probe.newSession(), probe), target, "without a session", differences);
        refused(land(target, signIn(target, true, probe), probe), target, "to an altered password", differences);
        Session session = signIn(target, false, probe);
        Answer answer = land(target, session, probe);
        Reception reception = receptionOf(answer, target);
        if (reception != Reception.REACHED) {
            differences.add("%s %s to the right password%s"
                    .formatted(
                            target.landing(),
                            reception.describe(answer),
                            session.isOpen() ? "" : ", for which no session cookie was set"));
        }
        return Finding.of(
                differences,
                "%s answered %d after the login, and refused everybody else"
                        .formatted(target.landing(), answer.status()));
    }

    private static Session signIn(CheckTarget.FormLogin target, boolean isAltered, Probe probe) throws CallFailed {
        Session session = probe.newSession();
        target.page().signIn(target.account(), target.secret(), isAltered, session, probe);
        return session;
    }

    private static Answer land(CheckTarget.FormLogin target, Session session, Probe probe) throws CallFailed {
        return probe.send(Call.to(target.landing()).in(session).withoutRedirects());
    }

    private static Reception receptionOf(Answer answer, CheckTarget.FormLogin target) {
        return Reception.of(answer, target.landing(), SignIn.form(target.page(), target.account(), target.secret()));
    }

    private static void refused(Answer answer, CheckTarget.FormLogin target, String whom, List<String> differences) {
        Reception reception = receptionOf(answer, target);
        if (!reception.isRefusal()) {
            differences.add("%s %s %s".formatted(target.landing(), reception.describe(answer), whom));
        }
    }
}
