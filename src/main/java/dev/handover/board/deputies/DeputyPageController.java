package dev.handover.board.deputies;

import dev.handover.access.AbsenceRights;
import dev.handover.access.CurrentUser;
import dev.handover.access.DeputyRights;
import dev.handover.board.briefing.Names;
import dev.handover.golive.Absences;
import dev.handover.golive.Deputies;
import dev.handover.shared.HandoverException;
import dev.handover.shared.HandoverException.Code;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows when a person is away, their deputies and whom they stand for, and takes new ones; admins do it for anybody. */
@Controller
@RequestMapping("/deputies")
class DeputyPageController {

    private final Deputies deputies;
    private final DeputyRights rights;
    private final Absences absences;
    private final AbsenceRights absenceRights;
    private final CurrentUser user;
    private final Names names;
    private final Clock clock;

    DeputyPageController(
            Deputies deputies,
            DeputyRights rights,
            Absences absences,
            AbsenceRights absenceRights,
            CurrentUser user,
            Names names,
            Clock clock) {
        this.deputies = deputies;
        this.rights = rights;
        this.absences = absences;
        this.absenceRights = absenceRights;
        this.user = user;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping
    String show(Model model) {
        var zone = deputies.usualZone(user.viewer().userId());
        var today = clock.instant().atZone(zone).toLocalDate().toString();
        return page(new DeputyForm("", "", today, today, zone.getId(), ""), model);
    }

    @PostMapping
    String name(DeputyForm form, Model model, RedirectAttributes next, HttpServletResponse response) {
        var principal = rights.principal(form.principal());
        try {
            next.addFlashAttribute("said", form.namesDeputy() ? named(form, principal) : away(form, principal));
            return "redirect:/deputies";
        } catch (HandoverException refusal) {
            response.setStatus(refusal.code().status());
            model.addAttribute("refused", refusal.getMessage());
            return page(form, model);
        }
    }

    private String named(DeputyForm form, String principal) {
        rights.requireToStandIn(form.deputy());
        var naming = form.naming(principal, deputies.usualZone(principal));
        var named = deputies.name(naming, user.viewer().userId());
        return "%s stands for %s from %s to %s."
                .formatted(
                        names.of(named.deputy()),
                        names.of(named.principal()),
                        named.period().first(),
                        named.period().last());
    }

    private String away(DeputyForm form, String person) {
        var entry = form.absence(person, deputies.usualZone(person));
        var entered = absences.enter(entry, user.viewer().userId());
        return "%s is away from %s to %s, and nobody stands in yet."
                .formatted(
                        names.of(entered.person()),
                        entered.period().first(),
                        entered.period().last());
    }

    @PostMapping("/{id}/end")
    String end(@PathVariable UUID id, RedirectAttributes next) {
        rights.requireToEnd(id);
        return ended(next, () -> {
            var ended = deputies.end(id, user.viewer().userId());
            return "%s stands for %s no longer.".formatted(names.of(ended.deputy()), names.of(ended.principal()));
        });
    }

    @PostMapping("/absences/{id}/end")
    String endAbsence(@PathVariable UUID id, RedirectAttributes next) {
        absenceRights.requireToEnd(id);
        return ended(next, () -> {
            var ended = absences.end(id, user.viewer().userId());
            return "%s is away no longer.".formatted(names.of(ended.person()));
        });
    }

    /** The page may be old: what is over already is told there. */
    private static String ended(RedirectAttributes next, Supplier<String> act) {
        try {
            next.addFlashAttribute("said", act.get());
        } catch (HandoverException refusal) {
            if (refusal.code() != Code.CONFLICT) {
                throw refusal;
            }
            next.addFlashAttribute("refused", refusal.getMessage());
        }
        return "redirect:/deputies";
    }

    private String page(DeputyForm form, Model model) {
        var viewer = user.viewer();
        var now = clock.instant();
        List<PeriodLine> lines = rights.visible().stream()
                .map(each -> PeriodLine.of(each, viewer, names, now))
                .toList();
        model.addAttribute("viewer", viewer);
        model.addAttribute("form", form);
        model.addAttribute("lines", lines);
        model.addAttribute(
                "away",
                absenceRights.visible().stream()
                        .map(each -> PeriodLine.of(each, viewer, names, now))
                        .toList());
        return "board/deputies";
    }
}
