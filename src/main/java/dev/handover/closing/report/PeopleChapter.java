package dev.handover.closing.report;

import dev.handover.closing.report.Chapter.Head;
import dev.handover.golive.GoLiveRegister;
import dev.handover.golive.Participant;
import dev.handover.plan.Plan;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who holds which role, and who can be called. */
@Component
@Order(2)
class PeopleChapter implements ChapterWriter {

    private final GoLiveRegister register;

    PeopleChapter(GoLiveRegister register) {
        this.register = register;
    }

    @Override
    public Chapter write(Subject subject) {
        var contacts = subject.plan().supportContacts();
        return Chapter.titled("people", "People and roles")
                .lead("An owner answers for a role only after accepting it.")
                .table(
                        "",
                        List.of(
                                Head.of("Role", 25),
                                Head.of("Person", 30),
                                Head.of("State", 20),
                                Head.of("Answered", 25)),
                        register.people(subject.key()).stream()
                                .map(each -> List.of(
                                        Cell.strong(each.role().title()),
                                        Cell.of(subject.person(each.userId())),
                                        Cell.badge(Slugs.words(each.state()), tone(each.state()))
                                                .with(each.reason()),
                                        subject.time(each.decidedAt())))
                                .toList(),
                        "Nobody takes part.")
                .heading("Support contacts")
                .table(
                        "",
                        List.of(
                                Head.of("Contact", 25),
                                Head.of("Name", 20),
                                Head.of("E-mail", 35),
                                Head.of("Phone", 20)),
                        List.of(
                                contact("Customer business owner", contacts.customerBusinessOwner()),
                                contact("Customer IT owner", contacts.customerItOwner()),
                                contact("Vendor project contact", contacts.vendorProjectContact())),
                        "")
                .facts(new Chapter.Fact("Escalation window", Cell.of(contacts.escalationWindow())))
                .write();
    }

    private static Tone tone(Participant.State state) {
        return switch (state) {
            case ACCEPTED -> Tone.GOOD;
            case NAMED -> Tone.CAUTION;
            case DECLINED -> Tone.BAD;
            case REPLACED -> Tone.QUIET;
        };
    }

    private static List<Cell> contact(String part, Plan.Contact contact) {
        return List.of(Cell.strong(part), Cell.of(contact.name()), Cell.of(contact.email()), Cell.of(contact.phone()));
    }
}
