package dev.handover.stabilization;

import dev.handover.stabilization.StabilizationView.ActKind;
import dev.handover.stabilization.StabilizationView.ActView;
import dev.handover.stabilization.StabilizationView.Decision;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Something a person decided about the period as a whole. Never changed once it is recorded. */
@Entity
@Immutable
@Table(name = "stabilization_act")
class StabilizationAct {

    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    private UUID id;

    private String goLive;

    @Enumerated(EnumType.STRING)
    private ActKind kind;

    private Instant at;
    private String actor;
    private String reason;
    private Instant extendedUntil;
    private Integer restoreMinutes;

    protected StabilizationAct() {}

    private StabilizationAct(Stabilization period, ActKind kind, Decision decision) {
        this.goLive = period.goLive().value();
        this.kind = kind;
        this.at = decision.at();
        this.actor = decision.by();
        this.reason = decision.reason();
    }

    static StabilizationAct extension(Stabilization period, Decision decision, Instant until) {
        var act = new StabilizationAct(period, ActKind.EXTENSION, decision);
        act.extendedUntil = until;
        return act;
    }

    static StabilizationAct drill(Stabilization period, Decision decision, int restoreMinutes) {
        var act = new StabilizationAct(period, ActKind.DRILL, decision);
        act.restoreMinutes = restoreMinutes;
        return act;
    }

    static StabilizationAct rollBack(Stabilization period, Decision decision) {
        return new StabilizationAct(period, ActKind.ROLL_BACK, decision);
    }

    static StabilizationAct stayLive(Stabilization period, Decision decision) {
        return new StabilizationAct(period, ActKind.STAY_LIVE, decision);
    }

    ActView view() {
        return new ActView(kind, new Decision(at, actor, reason), extendedUntil, restoreMinutes);
    }
}
