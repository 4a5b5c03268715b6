package dev.handover.checks;

import dev.handover.checks.guard.Answer;
import dev.handover.checks.guard.CallFailed;
import dev.handover.checks.guard.Credential;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@link CheckTarget.PasswordSignIn}. */
@Component
final class PasswordSignInCheck implements Check<CheckTarget.PasswordSignIn> {

    @Override
    public Class<CheckTarget.PasswordSignIn> kind() {
        return CheckTarget.PasswordSignIn.class;
    }

    @Override
    public Optional<URI> address(CheckTarget.PasswordSignIn target) {
        return Optional.of(target.url());
    }

    @Override
    public String expected(CheckTarget.PasswordSignIn target) {
        return "%s lets %s in with the right password (2xx) and refuses an altered one (401 or 403)"
                .formatted(target.url(), Words.quoted(target.account()));
    }

    @Override
    public Symptom symptom() {
        return Symptom.CANNOT_SIGN_IN;
    }

    /** The altered password goes first: the right one after it resets the count of failures that locks accounts. */
    @Override
    public Finding look(CheckTarget.PasswordSignIn target, Probe probe) throws CallFailed {
        Credential right = Credential.basic(target.account(), target.secret());
        Answer toAltered = probe.getItself(target.url(), right.altered());
        Answer toRight = probe.getItself(target.url(), right);
        List<String> differences = new ArrayList<>();
        if (!toRight.isSuccess()) {
            differences.add("answered %d to the right password".formatted(toRight.status()));
        }
        if (!toAltered.isRefusal()) {
            differences.add("answered %d to an altered password".formatted(toAltered.status()));
        }
        return Finding.of(
                differences,
                "answered %d to the right password and %d to an altered one"
                        .formatted(toRight.status(), toAltered.status()));
    }
}
