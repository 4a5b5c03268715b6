package dev.handover.process;

import dev.handover.golive.GoLiveRegister;
import dev.handover.release.FreeSlots;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Phrase;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** Offers the next free window: in the form that asks for one, and in the words of the mails about a window that was lost. */
@Component
class WindowProposals {

    /** As forms send times: to the minute, with offset. */
    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mmxxx");

    private final FreeSlots slots;
    private final GoLiveRegister register;
    private final TaskService tasks;

    WindowProposals(FreeSlots slots, GoLiveRegister register, TaskService tasks) {
        this.slots = slots;
        this.register = register;
        this.tasks = tasks;
    }

    /** Puts the window that is free now into the form. It counts only once the person sends it. */
    void offer(GoLiveKey key, String taskId) {
        var zone = register.get(key).zone();
        slots.next(key).ifPresent(slot -> {
            put(taskId, FormFields.WINDOW_START, slot.start(), zone);
            put(taskId, FormFields.WINDOW_END, slot.end(), zone);
        });
    }

    private void put(String taskId, ProcessVariable<String> field, Instant time, ZoneId zone) {
        var text = FIELD.format(time.atZone(zone));
        if (!text.equals(tasks.getVariable(taskId, field.name()))) {
            tasks.setVariableLocal(taskId, field.name(), text);
        }
    }

    /** For a mail; empty if no window is free. */
    Optional<Phrase> said(GoLiveKey key) {
        return slots.next(key).map(slot -> Phrase.of("next-free-window", slot.start(), slot.end()));
    }
}
