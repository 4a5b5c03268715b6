package dev.handover.checks.guard;

import dev.handover.shared.HandoverException;

/** No name server gave an answer, which says nothing about the name that was asked for. */
public class NoNameServer extends HandoverException {

    NoNameServer(String name) {
        super(
                Code.CONFLICT,
                "No name server could say anything about %s. Try again, and tell an administrator if it stays so (handover.checks.name-servers)."
                        .formatted(Texts.shown(name)));
    }
}
