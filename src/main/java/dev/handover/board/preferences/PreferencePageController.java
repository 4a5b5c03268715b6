package dev.handover.board.preferences;

import dev.handover.access.CurrentUser;
import dev.handover.notice.NoticeKind;
import dev.handover.notice.PersonPreference;
import dev.handover.notice.Preferences;
import dev.handover.shared.HandoverException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows people how their mails come, and takes what they choose. */
@Controller
@RequestMapping("/preferences")
class PreferencePageController {

    private final Preferences preferences;
    private final CurrentUser user;

    PreferencePageController(Preferences preferences, CurrentUser user) {
        this.preferences = preferences;
        this.user = user;
    }

    /** One language in the list. @param name in the language itself */
    record Language(String tag, String name) {

        static Language of(Locale locale) {
            return new Language(locale.toLanguageTag(), locale.getDisplayLanguage(locale));
        }
    }

    @GetMapping
    String show(Model model) {
        return page(PreferenceForm.of(chosen()), Map.of(), model);
    }

    @PostMapping
    String choose(
            PreferenceForm form,
            @RequestParam Map<String, String> fields,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        try {
            preferences.choose(user.viewer().userId(), form.read(fields));
            next.addFlashAttribute("said", "Your preferences are kept. They hold for every mail from now on.");
            return "redirect:/preferences";
        } catch (HandoverException refusal) {
            response.setStatus(refusal.code().status());
            model.addAttribute("refused", refusal.getMessage());
            return page(form, fields, model);
        }
    }

    private PersonPreference chosen() {
        return preferences.of(user.viewer().userId());
    }

    /** @param fields what was sent for kinds; empty for what is kept */
    private String page(PreferenceForm form, Map<String, String> fields, Model model) {
        var chosen = chosen();
        var usual = preferences.usual();
        model.addAttribute("viewer", user.viewer());
        model.addAttribute("form", form);
        model.addAttribute(
                "languages", preferences.languages().stream().map(Language::of).toList());
        model.addAttribute("usualLanguage", Language.of(usual.language()).name());
        model.addAttribute("usualTime", usual.digestAt().toString());
        model.addAttribute(
                "kinds",
                Arrays.stream(NoticeKind.values())
                        .map(kind -> KindLine.of(
                                kind,
                                fields.getOrDefault(
                                        PreferenceForm.field(kind),
                                        chosen.mannerOf(kind).slug())))
                        .toList());
        return "board/preferences";
    }
}
