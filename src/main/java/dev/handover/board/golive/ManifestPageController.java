package dev.handover.board.golive;

import dev.handover.access.CurrentUser;
import dev.handover.access.Visibility;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page of what exactly was signed. Unknown and foreign manifests look the same. */
@Controller
class ManifestPageController {

    private final ManifestPages pages;
    private final Visibility visibility;
    private final CurrentUser user;

    ManifestPageController(ManifestPages pages, Visibility visibility, CurrentUser user) {
        this.pages = pages;
        this.visibility = visibility;
        this.user = user;
    }

    @GetMapping("/go-lives/{key}/manifests/{sha256}")
    String page(@PathVariable String key, @PathVariable String sha256, Model model) {
        model.addAttribute("page", pages.of(visibility.require(key), sha256));
        model.addAttribute("viewer", user.viewer());
        return "board/manifest";
    }
}
