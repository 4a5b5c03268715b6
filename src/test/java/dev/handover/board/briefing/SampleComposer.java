package dev.handover.board.briefing;

import dev.handover.board.OpenTask;
import dev.handover.board.briefing.EvidenceItem.Preview;
import dev.handover.shared.Digest;
import dev.handover.shared.EvidenceKind;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** A briefing with every kind of section and value, some of them hostile; for tests of the page itself. */
class SampleComposer implements BriefingComposer {

    static final String HOSTILE = "<script>alert(1)</script> ${7*7} {{1+1}}";

    private static final Instant AT = Instant.parse("2026-11-23T09:14:07Z");

    private final Set<String> elements;

    SampleComposer(Set<String> elements) {
        this.elements = elements;
    }

    @Override
    public Set<String> elements() {
        return elements;
    }

    @Override
    public void compose(OpenTask task, Briefing.Writer briefing) {
        briefing.asking(
                        "Look at what the checks found and at the evidence. Run the agreed workflow yourself where no machine can.")
                .fact("You act as", "Validator for this step")
                .fact("Product", new Value.Anchor("https://control.aurora.example", "https://control.aurora.example"))
                .section(checks())
                .section(new Section.Listing(
                        "What to look at", List.of("Product permissions", "Object scope", HOSTILE), ""))
                .section(evidence(task))
                .section(new Section.Changes(
                        "What changed since last time",
                        "Reopened because a check failed.",
                        List.of(new Section.Change(
                                "Viewer reaches only what a viewer may",
                                "failed: /api/admin/users answered 200",
                                "passed: /api/admin/users answered 403",
                                AT,
                                "Susan Sauer")),
                        "Nothing changed since you last looked."))
                .section(new Section.Prose(
                        "Agreed in the plan",
                        "Two people from the plant sign in with their own accounts.\nBoth sites are covered."))
                .consequence("Confirm", "This step passes. Three of seven steps are then open.")
                .consequence(
                        "Reject", "A blocker is opened; Susan Sauer is asked to resolve it by Tue 24 Nov 2026, 18:00.")
                .stamp("manifest", Digest.of("what is shown"));
    }

    private static Section checks() {
        var rows = List.of(
                row(
                        "Administrator signs in",
                        Value.good("passed"),
                        "200 with role administrator",
                        "200, role administrator",
                        "214 ms"),
                row("Operator reaches work orders", Value.good("passed"), "200", "200", "96 ms"),
                row("Viewer is refused user administration", Value.bad("failed"), "401, 403 or 404", "200", "88 ms"),
                row(
                        "Single sign-on answers",
                        Value.warning("inconclusive"),
                        "an answer within 10 s",
                        "no answer",
                        "10.0 s"));
        return new Section.Table(
                "What the checks found",
                "Checked 4 things on Mon 23 Nov 2026, 10:14.",
                List.of("Check", "Verdict", "Expected", "Observed", "When", "Took"),
                rows,
                "No checks are defined for this step.");
    }

    private static List<Value> row(String name, Value verdict, String expected, String observed, String took) {
        return List.of(Value.of(name), verdict, Value.of(expected), Value.of(observed), Value.of(AT), Value.of(took));
    }

    private static Section evidence(OpenTask task) {
        var kind = EvidenceKind.USER_AND_ROLE_VALIDATION;
        var content = "/api/go-lives/%s/evidence/1/content".formatted(task.goLive());
        var upload = new Upload(
                "/api/go-lives/%s/evidence".formatted(task.goLive()),
                List.of(kind, EvidenceKind.PRODUCT_WORKFLOW_VALIDATION),
                25L * 1024 * 1024);
        return new Section.EvidenceList(
                "Evidence",
                List.of(
                        item("Role matrix, signed", Preview.PICTURE, content, ""),
                        item("Handbook", Preview.DOCUMENT, content, ""),
                        item(HOSTILE, Preview.NONE, content, HOSTILE)),
                List.of(item("Observation of the role checks", Preview.TEXT, content, "")),
                "No evidence yet.",
                upload);
    }

    private static EvidenceItem item(String title, Preview preview, String content, String words) {
        return new EvidenceItem(
                EvidenceKind.USER_AND_ROLE_VALIDATION.title(),
                title,
                2,
                "Vera Valid",
                AT,
                "9f86d081884c",
                "image/png, 24 KB",
                null,
                content,
                preview,
                words);
    }
}
