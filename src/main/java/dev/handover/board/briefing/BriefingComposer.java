package dev.handover.board.briefing;

import dev.handover.board.OpenTask;
import java.util.Set;

/** Gathers what one kind of task has to tell. One small class for each kind. */
interface BriefingComposer {

    /** Ids of the user tasks this composer writes for; no two composers share one. */
    Set<String> elements();

    /** Adds facts, sections and consequences; the go-live, its zone and the due date are told already. */
    void compose(OpenTask task, Briefing.Writer briefing);
}
