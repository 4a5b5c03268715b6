package dev.handover.notice;

import dev.handover.notice.Letter.Entry;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Person;
import dev.handover.shared.Phrase;
import dev.handover.shared.Wording.Name;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Each kind of notice with all the facts that it is ever told with, and each phrase in at least one of them. */
final class MailExamples {

    /** What people and foreign systems wrote; longer ones first. Whatever language a mail is in, this stays as it is. */
    static final List<String> WRITTEN = List.of(
            "Error rate above the criterion for fifteen minutes.",
            "The workaround did not hold.",
            "Last backup and restore test",
            "at most 24 hours old",
            "31 hours old",
            "Train the second shift",
            "Aurora 4.2 for three sites",
            "Aurora Works",
            "https://aurora.example/inventory",
            "Inventory of March",
            "production",
            "Paul Prodan");

    private static final LetterWriter WRITER = new LetterWriter(
            new Links(URI.create("https://handover.example.com")),
            userId -> Optional.of(new Person(userId, "Paul Prodan", null)));
    private static final GoLiveKey KEY = new GoLiveKey("aurora-production-1");
    private static final Headline HEADLINE =
            new Headline("Aurora 4.2 for three sites", "Aurora Works", "production", NoticeTestData.BERLIN);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 5);
    private static final Instant NOW = Instant.parse("2026-03-03T13:00:00Z");
    private static final Instant START = Instant.parse("2026-03-07T20:00:00Z");
    private static final Instant END = Instant.parse("2026-03-08T04:00:00Z");
    private static final Name KIND = new Name("Environment inventory");

    /** Why a step is open again. */
    private static final List<Phrase> REASONS = List.of(
            Phrase.of("rejected-at-sign-off", WRITTEN.get(0)),
            Phrase.of("evidence-concerned", "Inventory of March", KIND, 2),
            Phrase.of("not-confirmed", WRITTEN.get(0)),
            Phrase.of("rolled-back", WRITTEN.get(0)),
            Phrase.of("too-old", KIND, "Inventory of March", Duration.ofHours(125), Duration.ofDays(3), START),
            Phrase.of("too-old", KIND, "Inventory of March", Duration.ofHours(25), Duration.ofHours(1), START),
            Phrase.of("nightly-failed", "Last backup and restore test", "at most 24 hours old", "31 hours old"),
            Phrase.of("checks-asked-again"),
            Phrase.of("plan-changed"),
            Phrase.of("plan-difference", "/title", Phrase.of("nothing"), "Aurora 4.2 for three sites"),
            Phrase.of("plan-difference", "/releaseWindow/start", NOW, START),
            Phrase.of("and-more", 1),
            Phrase.of("and-more", 4),
            Phrase.written("The workaround did not hold."));

    /** Why a sign-off does not stand any more. */
    private static final List<Phrase> LOSSES = List.of(
            Phrase.of("evidence-changed", KIND, "Inventory of March", "3fa1b2c3d4e5", "9c8b7a6f5e4d"),
            Phrase.of(
                    "evidence-changed-by",
                    KIND,
                    "Inventory of March",
                    Phrase.of("at-source", "3fa1b2c3d4e5", "https://aurora.example/inventory"),
                    "9c8b7a6f5e4d",
                    "Paul Prodan",
                    NOW),
            Phrase.of("evidence-new", KIND, "Inventory of March", "9c8b7a6f5e4d"),
            Phrase.of("evidence-new-by", KIND, "Inventory of March", "9c8b7a6f5e4d", "Paul Prodan", NOW),
            Phrase.of("evidence-gone", KIND, "Inventory of March", "9c8b7a6f5e4d"),
            Phrase.of("evidence-another"),
            Phrase.of("condition-expired", DAY, "Train the second shift"),
            Phrase.of("asked-anew"));

    private MailExamples() {}

    static Letter letter(NoticeKind kind, Locale language) {
        return letter(kind, facts(kind), language);
    }

    static Letter letter(NoticeKind kind, Facts facts, Locale language) {
        return WRITER.write(kind, KEY, facts, HEADLINE, new Reader(language, null));
    }

    /** What a digest says of it. */
    static Entry entry(NoticeKind kind, Facts facts, Locale language) {
        return WRITER.draft(kind, KEY, facts, HEADLINE, new Reader(language, null))
                .entry();
    }

    static Facts facts(NoticeKind kind) {
        var about = Facts.about("example").number(1).in(NoticeTestData.BERLIN);
        switch (kind) {
            case TASK_WAITING ->
                task(about, "Business sign-off")
                        .asking("Look at it, and decide.")
                        .because(REASONS)
                        .pointing(LOSSES);
            case REMINDER -> task(about, "Sign-off as Change approval owner");
            case ESCALATION ->
                task(about, "Sign-off as Environment owner")
                        .at(NOW)
                        .by("production")
                        .saying(Phrase.of("nobody-stands-in"));
            case WINDOW_RELEASED, MISSED_WINDOW -> happened(about).saying(Phrase.of("next-free-window", START, END));
            case WINDOW_INVITATION -> about.from(START).until(END);
            case WINDOW_CANCELLED -> about.from(START).until(END).saying(Phrase.of("no-part-any-more"));
            case PLAN_CHANGED -> happened(about).by("production").pointing(REASONS.subList(9, REASONS.size()));
            case SIGN_OFF_REOPENED ->
                task(about, "Business sign-off")
                        .asking("Look at it, and decide.")
                        .pointing(LOSSES);
            case DEPUTY_NOT_ASKED ->
                task(about, "Approve the change")
                        .by("production")
                        .saying(Phrase.of("wrote-the-plan", "Paul Prodan"))
                        .saying(Phrase.of("signs-already", "Paul Prodan", new Name("environment owner")))
                        .saying(Phrase.of("decided-already", "Paul Prodan"));
            case NOBODY_STANDS_IN ->
                task(about, "Accept the role: Production owner").by("production");
            case CONDITION_SET ->
                about.by("production")
                        .saying(Phrase.of("condition-days", DAY, DAY.plusDays(1)))
                        .listing(List.of("Train the second shift"));
            case CONDITION_DUE ->
                about.by("production")
                        .saying(Phrase.of("still-open"))
                        .saying(Phrase.of("overdue"))
                        .saying(Phrase.of("condition-days", DAY, DAY.plusDays(1)))
                        .listing(List.of("Train the second shift"));
            case ENVIRONMENT_DIFFERS ->
                about.at(NOW)
                        .from(START)
                        .pointing(List.of(
                                Phrase.of("fingerprint-difference", new Name("version"), "4.2.0", "4.2.1"),
                                Phrase.of(
                                        "fingerprint-difference",
                                        new Name("TLS certificate valid until"),
                                        NOW,
                                        Phrase.of("nothing"))));
            case WITHDRAWN, LIVE, ROLLED_BACK, HANDED_OVER, PAUSED, RESUMED ->
                happened(about).by("production").because(WRITTEN.get(0) + "\n" + WRITTEN.get(1));
        }
        return about.build();
    }

    private static Facts.Builder task(Facts.Builder about, String name) {
        return about.task("2f1c6f0e-1b7d-11f1-9d2a-0242ac120002", name).until(Instant.parse("2026-03-05T16:00:00Z"));
    }

    private static Facts.Builder happened(Facts.Builder about) {
        return about.at(NOW).from(START).until(END);
    }
}
