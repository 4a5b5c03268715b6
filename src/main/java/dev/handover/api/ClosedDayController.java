package dev.handover.api;

import dev.handover.access.CurrentUser;
import dev.handover.access.Visibility;
import dev.handover.golive.ClosedDays;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Days on which nobody works, over REST: everybody looks, admins change. */
@RestController
@RequestMapping("/api/closed-days")
@Tag(name = "Administration")
class ClosedDayController {

    private final ClosedDays days;
    private final Visibility visibility;
    private final CurrentUser user;

    ClosedDayController(ClosedDays days, Visibility visibility, CurrentUser user) {
        this.days = days;
        this.visibility = visibility;
        this.user = user;
    }

    /** @param name why it is closed */
    record Named(String name) {}

    @Operation(summary = "Closed days from today on")
    @GetMapping
    List<ClosedDays.ClosedDay> list() {
        return days.all();
    }

    @Operation(summary = "Close a day, or name a closed one anew")
    @PutMapping("/{day}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(@PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day, @RequestBody Named named) {
        visibility.requireAdmin();
        days.close(day, named.name(), user.viewer().userId());
    }

    @Operation(summary = "Open a closed day")
    @DeleteMapping("/{day}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void open(@PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day) {
        visibility.requireAdmin();
        days.open(day, user.viewer().userId());
    }
}
