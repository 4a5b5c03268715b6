package dev.handover.golive;

import dev.handover.plan.Plan;
import dev.handover.plan.WorkingTime;
import dev.handover.shared.GoLiveKey;
import org.springframework.stereotype.Service;

/** When people work: as the plan says, without the days that are closed for the whole installation. */
@Service
public class Calendars {

    private final GoLiveRegister register;
    private final ClosedDays closedDays;

    Calendars(GoLiveRegister register, ClosedDays closedDays) {
        this.register = register;
        this.closedDays = closedDays;
    }

    public WorkingTime of(GoLiveKey key) {
        return of(register.plan(key));
    }

    public WorkingTime of(Plan plan) {
        return plan.calendar().closedOn(closedDays.days());
    }
}
