package dev.handover.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.handover.evidence.Evidence;
import dev.handover.evidence.EvidenceStore;
import dev.handover.golive.GoLive;
import dev.handover.golive.GoLiveRegister;
import dev.handover.golive.Participant;
import dev.handover.shared.Directory;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Phase;
import dev.handover.shared.Slugged;
import dev.handover.signoff.ConditionLedger;
import dev.handover.signoff.SignOff;
import dev.handover.signoff.SignOffRound;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What clients see of a go-live. Field names are fixed: clients outside this repository rely on them. */
@Component
class GoLiveViews {

    private final GoLiveRegister register;
    private final ValidationViews validation;
    private final EvidenceStore evidence;
    private final SignOffRound signOffs;
    private final ConditionLedger ledger;
    private final FingerprintViews fingerprints;
    private final FollowUpViews followUps;
    private final Directory directory;

    GoLiveViews(
            GoLiveRegister register,
            ValidationViews validation,
            EvidenceStore evidence,
            SignOffRound signOffs,
            ConditionLedger ledger,
            FingerprintViews fingerprints,
            FollowUpViews followUps,
            Directory directory) {
        this.register = register;
        this.validation = validation;
        this.evidence = evidence;
        this.signOffs = signOffs;
        this.ledger = ledger;
        this.fingerprints = fingerprints;
        this.followUps = followUps;
        this.directory = directory;
    }

    /** @param holds why it is on hold, each with the time since when */
    record Summary(
            String key,
            String title,
            String customer,
            String environment,
            Phase phase,
            boolean onHold,
            Map<String, Instant> holds,
            Window window,
            Instant createdAt,
            Instant finishedAt) {}

    /** @param zone zone the customer reads times in */
    record Window(Instant start, Instant end, String zone) {}

    record PlanView(int version, String document) {}

    record PersonView(String role, String user, String name, String state, Instant at, String reason) {}

    record EvidenceView(
            UUID id,
            String kind,
            String title,
            String form,
            int version,
            String sha256,
            long size,
            String mediaType,
            String by,
            Instant at,
            String content) {}

    /**
     * @param onBehalfOf the owner a deputy decided for
     * @param manifest digest of the evidence that was signed
     * @param rejectedEvidence ids of the evidence a rejection concerns
     * @param outdatedBecause why it no longer stands, one line for each reason
     */
    record SignOffView(
            String role,
            int round,
            String state,
            String by,
            @JsonProperty("for") String onBehalfOf,
            Instant at,
            String reason,
            String manifest,
            Set<UUID> rejectedEvidence,
            Instant outdatedAt,
            List<String> outdatedBecause) {}

    /**
     * @param role whose approval it belongs to
     * @param owner role whose holder meets it
     * @param due last day to meet it, in the zone of the window; @param expires last day the approval holds without it
     * @param state open, overdue, expired, met, waived or lapsed
     * @param metBy who reported it as met, or waived it
     */
    record ConditionView(
            UUID id,
            String role,
            String text,
            String owner,
            LocalDate due,
            LocalDate expires,
            String state,
            String setBy,
            String metBy,
            Instant metAt,
            String words,
            UUID evidence) {}

    record Full(
            String key,
            String title,
            String customer,
            String environment,
            Phase phase,
            boolean onHold,
            Map<String, Instant> holds,
            PlanView plan,
            List<PersonView> people,
            List<ValidationViews.StepView> steps,
            FingerprintViews.FingerprintView fingerprint,
            List<EvidenceView> evidence,
            List<SignOffView> signOffs,
            List<ValidationViews.BlockerView> blockers,
            List<ConditionView> conditions,
            List<FollowUpViews.OpenIssueView> openIssues,
            List<FollowUpViews.SignalView> signals,
            Window window,
            Map<String, String> links) {}

    Summary summary(GoLive goLive) {
        return new Summary(
                goLive.key().value(),
                goLive.title(),
                goLive.customerName(),
                goLive.environmentLabel(),
                goLive.phase(),
                goLive.isOnHold(),
                goLive.holds(),
                window(goLive),
                goLive.createdAt(),
                goLive.finishedAt());
    }

    @Transactional(readOnly = true)
    Full full(GoLiveKey key) {
        var goLive = register.get(key);
        var address = "/api/go-lives/" + key;
        return new Full(
                key.value(),
                goLive.title(),
                goLive.customerName(),
                goLive.environmentLabel(),
                goLive.phase(),
                goLive.isOnHold(),
                goLive.holds(),
                new PlanView(goLive.planVersion(), address + "/plan"),
                register.people(key).stream().map(this::person).toList(),
                validation.steps(key),
                fingerprints.of(key),
                evidence.current(key).stream()
                        .map(item -> evidence(address, item))
                        .toList(),
                signOffs.of(key).stream().map(GoLiveViews::signOff).toList(),
                validation.blockers(key),
                conditions(key),
                followUps.openIssues(key),
                followUps.signals(key),
                window(goLive),
                Map.of(
                        "self", address,
                        "page", "/go-lives/" + key,
                        "plan", address + "/plan",
                        "evidence", address + "/evidence",
                        "report", address + "/report"));
    }

    @Transactional(readOnly = true)
    List<ConditionView> conditions(GoLiveKey key) {
        return ledger.of(key).stream().map(GoLiveViews::condition).toList();
    }

    private static ConditionView condition(ConditionLedger.Entry entry) {
        var condition = entry.condition();
        return new ConditionView(
                condition.id(),
                condition.signOff().role().slug(),
                condition.text(),
                condition.owner().slug(),
                condition.due(),
                condition.expires(),
                entry.state().slug(),
                condition.setBy(),
                condition.settledBy(),
                condition.settledAt(),
                condition.words(),
                condition.evidence());
    }

    private PersonView person(Participant participant) {
        return new PersonView(
                participant.role().slug(),
                participant.userId(),
                directory.nameOf(participant.userId()),
                Slugged.slugOf(participant.state()),
                participant.decidedAt(),
                participant.reason());
    }

    private static EvidenceView evidence(String address, Evidence item) {
        return new EvidenceView(
                item.id(),
                item.kind().slug(),
                item.title(),
                Slugged.slugOf(item.form()),
                item.version(),
                item.sha256().sha256(),
                item.size(),
                item.mediaType(),
                item.addedBy(),
                item.addedAt(),
                address + "/evidence/" + item.id() + "/content");
    }

    private static SignOffView signOff(SignOff signOff) {
        return new SignOffView(
                signOff.role().slug(),
                signOff.round(),
                Slugged.slugOf(signOff.state()),
                signOff.decidedBy(),
                signOff.onBehalfOf(),
                signOff.decidedAt(),
                signOff.reason(),
                signOff.manifest(),
                signOff.rejectedEvidence(),
                signOff.outdatedAt(),
                signOff.outdatedBecause());
    }

    private static Window window(GoLive goLive) {
        return new Window(
                goLive.windowStart(), goLive.windowEnd(), goLive.zone().getId());
    }
}
