package dev.handover.access;

import java.util.List;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells a page who is logged in, and the token that its changing calls must bring. */
@RestController
class SessionController {

    private final CurrentUser user;

    SessionController(CurrentUser user) {
        this.user = user;
    }

    /** @param groups group ids, sorted */
    record Session(String userId, String name, List<String> groups, Token token) {}

    /** @param header name of the request header that carries the token; @param value the token */
    record Token(String header, String value) {}

    @GetMapping("/api/session")
    Session session(CsrfToken token) {
        var viewer = user.viewer();
        var groups = viewer.groups().stream().map(Group::id).sorted().toList();
        return new Session(viewer.userId(), viewer.name(), groups, new Token(token.getHeaderName(), token.getToken()));
    }
}
