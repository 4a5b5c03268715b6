package dev.handover.board.start;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Serves what the Tasklist shows above the plan when a go-live is started: choosing a file, and checking the plan before anything starts. */
@Controller
class StartFormController {

    @GetMapping("/go-lives/start-form")
    String startForm() {
        return "board/start-form :: start-form";
    }
}
