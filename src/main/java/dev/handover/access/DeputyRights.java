package dev.handover.access;

import dev.handover.golive.Deputies;
import dev.handover.golive.Deputy;
import dev.handover.shared.Directory;
import dev.handover.shared.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** People name and see their own deputies and whom they stand for; admins those of anybody; auditors see all. */
@Component
public class DeputyRights {

    private final CurrentUser user;
    private final Accounts accounts;
    private final Directory directory;
    private final Deputies deputies;

    DeputyRights(CurrentUser user, Accounts accounts, Directory directory, Deputies deputies) {
        this.user = user;
        this.accounts = accounts;
        this.directory = directory;
        this.deputies = deputies;
    }

    /**
     * For whom the present person names a deputy.
     *
     * @param wanted null or blank for oneself
     * @throws Refusal (not allowed) for somebody else, unless the person is an admin
     */
    public String principal(String wanted) {
        var viewer = user.viewer();
        if (wanted == null || wanted.isBlank() || wanted.strip().equals(viewer.userId())) {
            return viewer.userId();
        }
        if (!viewer.isAdmin()) {
            throw Refusal.notAllowed("You name deputies for yourself only. An admin does it for somebody who cannot.");
        }
        return wanted.strip();
    }

    /**
     * Whoever sees every go-live decides in none, not for somebody else either.
     *
     * @throws Refusal (invalid input) for an admin or auditor, and for somebody whose account is disabled
     */
    public void requireToStandIn(String deputy) {
        if (deputy != null
                && directory.find(deputy.strip()).isPresent()
                && accounts.viewer(deputy.strip()).isEmpty()) {
            throw Refusal.invalidInput(
                    "The account of %s is disabled. Name somebody else.".formatted(directory.nameOf(deputy.strip())));
        }
        Optional.ofNullable(deputy)
                .flatMap(id -> accounts.viewer(id.strip()))
                .filter(Viewer::seesEverything)
                .ifPresent(viewer -> {
                    throw Refusal.invalidInput(
                            "%s is an admin or auditor, and those decide for nobody. Name somebody else."
                                    .formatted(viewer.name()));
                });
    }

    /** What the present person may see: the newest periods first. */
    public List<Deputy> visible() {
        var viewer = user.viewer();
        return viewer.seesEverything() ? deputies.all() : deputies.of(viewer.userId());
    }

    /** @throws Refusal (not found) for unknown periods and those of others alike */
    public Deputy require(UUID id) {
        var deputy = deputies.get(id);
        var viewer = user.viewer();
        if (!viewer.seesEverything() && !deputy.concerns(viewer.userId())) {
            throw Refusal.notFound("deputy", id);
        }
        return deputy;
    }

    /** For both persons, and admins. @throws Refusal (not found) as {@link #require}, (not allowed) for auditors */
    public void requireToEnd(UUID id) {
        var viewer = user.viewer();
        if (!require(id).concerns(viewer.userId()) && !viewer.isAdmin()) {
            throw Refusal.notAllowed("You may look at this period, but not end it.");
        }
    }
}
