package dev.handover.api;

import dev.handover.access.CurrentUser;
import dev.handover.access.Visibility;
import dev.handover.golive.GoLiveRegister;
import dev.handover.golive.PlanChanges;
import dev.handover.golive.Progress;
import dev.handover.golive.Submission;
import dev.handover.plan.Plan;
import dev.handover.shared.Phase;
import dev.handover.shared.Refusal;
import dev.handover.shared.Slugged;
import dev.handover.shared.Step;
import dev.handover.validation.Blocker;
import dev.handover.validation.Blockers;
import dev.handover.validation.ShelfLife;
import dev.handover.validation.ValidationSteps;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Go-lives over REST. Unknown and foreign keys look the same. */
@RestController
@RequestMapping("/api/go-lives")
@Tag(name = "Go-lives")
class GoLiveController {

    static final String YAML = "application/yaml";

    private final Submission submission;
    private final IdempotentSubmissions idempotentSubmissions;
    private final GoLiveRegister register;
    private final PlanChanges planChanges;
    private final Progress progress;
    private final Blockers blockers;
    private final ValidationSteps steps;
    private final ShelfLife shelfLife;
    private final GoLiveViews views;
    private final Visibility visibility;
    private final CurrentUser user;

    GoLiveController(
            Submission submission,
            IdempotentSubmissions idempotentSubmissions,
            GoLiveRegister register,
            PlanChanges planChanges,
            Progress progress,
            Blockers blockers,
            ValidationSteps steps,
            ShelfLife shelfLife,
            GoLiveViews views,
            Visibility visibility,
            CurrentUser user) {
        this.submission = submission;
        this.idempotentSubmissions = idempotentSubmissions;
        this.register = register;
        this.planChanges = planChanges;
        this.progress = progress;
        this.blockers = blockers;
        this.steps = steps;
        this.shelfLife = shelfLife;
        this.views = views;
        this.visibility = visibility;
        this.user = user;
    }

    /** What a plan would start. */
    record DryRun(String customer, String environment, Instant windowStart, Instant windowEnd, List<String> steps) {}

    @Operation(summary = "Submit a plan, as YAML or JSON; with dryRun=true it is only checked")
    @PostMapping(consumes = {YAML, "application/x-yaml", "text/yaml", "application/json"})
    ResponseEntity<Object> submit(
            @RequestBody String document,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestHeader(name = "Idempotency-Key", required = false) String idempotencyKey) {
        visibility.requireMaySubmit();
        if (dryRun) {
            return ResponseEntity.ok(
                    dryRun(submission.check(document, user.viewer().userId())));
        }
        var goLive = idempotentSubmissions.submit(document, user.viewer().userId(), idempotencyKey);
        return ResponseEntity.created(URI.create("/api/go-lives/" + goLive.key()))
                .body(views.full(goLive.key()));
    }

    private static DryRun dryRun(Plan plan) {
        return new DryRun(
                plan.customer().name(),
                plan.environment().label(),
                plan.releaseWindow().start(),
                plan.releaseWindow().end(),
                java.util.Arrays.stream(Step.values()).map(Step::title).toList());
    }

    /** @param total count of all that match */
    record PageOf<T>(List<T> items, int page, int size, long total) {}

    @Operation(
            summary =
                    "The go-lives you may see, newest first; with finished=true those that have ended, the last one first")
    @GetMapping
    PageOf<GoLiveViews.Summary> list(
            @RequestParam(required = false) String phase,
            @RequestParam(required = false) Boolean finished,
            @RequestParam(required = false) String q,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        var found = register.list(
                user.viewer().userId(),
                visibility.seesEverything(),
                new GoLiveRegister.Query(phaseOf(phase), finished, q, page, size));
        return new PageOf<>(found.map(views::summary).getContent(), page, size, found.getTotalElements());
    }

    private static Phase phaseOf(String phase) {
        if (phase == null || phase.isBlank()) {
            return null;
        }
        try {
            return Phase.valueOf(phase);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalidInput("\"%s\" is not a phase. Phases: %s.".formatted(phase, List.of(Phase.values())));
        }
    }

    @Operation(summary = "One go-live with everything that belongs to it")
    @GetMapping("/{key}")
    GoLiveViews.Full get(@PathVariable String key) {
        return views.full(visibility.require(key).key());
    }

    @Operation(summary = "The plan in force, as it is kept")
    @GetMapping(path = "/{key}/plan", produces = YAML)
    String plan(@PathVariable String key) {
        return register.document(visibility.require(key).key());
    }

    /**
     * What a change of plan did.
     *
     * @param reopens slugs of the steps that depend on it
     * @param tooOld evidence that is too old for the window as it is now
     */
    record PlanChangeView(int version, String summary, List<String> reopens, List<ShelfLifeController.TooOld> tooOld) {}

    @Operation(summary = "Put a new plan version in force")
    @PutMapping(
            path = "/{key}/plan",
            consumes = {YAML, "application/x-yaml", "text/yaml", "application/json"})
    PlanChangeView changePlan(@PathVariable String key, @RequestBody String document) {
        var goLive = visibility.requireToManage(key);
        var change = planChanges.change(goLive.key(), document, user.viewer().userId());
        return new PlanChangeView(
                register.get(goLive.key()).planVersion(),
                change.summary(),
                change.reopens().stream().map(Step::slug).toList(),
                ShelfLifeController.tooOld(shelfLife.tooOld(goLive.key())));
    }

    record Reason(String reason) {}

    @Operation(summary = "Withdraw the go-live")
    @PostMapping("/{key}/withdrawal")
    @ResponseStatus(HttpStatus.ACCEPTED)
    GoLiveViews.Summary withdraw(@PathVariable String key, @RequestBody Reason reason) {
        var goLive = visibility.requireToManage(key);
        progress.withdraw(goLive.key(), reason.reason(), user.viewer().userId());
        return views.summary(register.get(goLive.key()));
    }

    /** @param step slug; may be null; @param symptom slug of the troubleshooting table; may be null */
    record BlockerRequest(String title, String detail, String step, String symptom) {}

    record Raised(UUID id, List<Blocker.Hint> hints) {}

    @Operation(summary = "Raise a blocker")
    @PostMapping("/{key}/blockers")
    @ResponseStatus(HttpStatus.CREATED)
    Raised raise(@PathVariable String key, @RequestBody BlockerRequest request) {
        var goLive = visibility.requireToTakePart(key);
        var step = request.step() == null ? null : Slugged.of(Step.class, request.step());
        var report = new Blocker.Report(step, request.symptom(), request.title(), request.detail());
        var blocker = blockers.raise(goLive.key(), report, user.viewer().userId());
        return new Raised(blocker.id(), blocker.hints());
    }

    @Operation(
            summary = "Run the automated checks again, of one step or of all; with failedOnly=true what has not passed")
    @PostMapping("/{key}/checks")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, List<String>> recheck(
            @PathVariable String key,
            @RequestParam(required = false) String step,
            @RequestParam(defaultValue = "false") boolean failedOnly) {
        var goLive = visibility.requireToTakePart(key).key();
        var by = user.viewer().userId();
        var wanted = step == null ? null : Slugged.of(Step.class, step);
        var again = failedOnly ? steps.recheckFailed(goLive, wanted, by) : steps.recheck(goLive, wanted, by);
        return Map.of("steps", again.stream().map(Step::slug).toList());
    }
}
