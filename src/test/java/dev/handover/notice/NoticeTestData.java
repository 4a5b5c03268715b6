package dev.handover.notice;

import dev.handover.TestClock;
import dev.handover.audit.AdminActs;
import dev.handover.notice.ReleaseWindow.Invitee;
import dev.handover.shared.Directory;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Person;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** The module with partners whose answers a test chooses. */
@TestConfiguration(proxyBeanMethods = false)
@EnableConfigurationProperties({Links.class, NoticeProperties.class})
@Import({
    Notices.class,
    UndeliveredMails.class,
    AdminActs.class,
    Digests.class,
    Preferences.class,
    Postage.class,
    Sending.class,
    AddressBook.class,
    LetterWriter.class,
    DigestWriter.class,
    LetterTemplates.class,
    WindowInvitations.class,
    CalendarWriter.class,
    Delivery.class
})
class NoticeTestData {

    static final Instant NOW = TestClock.START;
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Bean
    @Primary
    TestClock standingClock() {
        return new TestClock();
    }

    @Bean
    World world() {
        return new World();
    }

    /** Everything around the module. */
    static class World
            implements NoticeProcess, DigestProcess, WaitingTasks, Directory, Headlines, GoLivePeople, ReleaseWindows {

        final List<UUID> asked = new ArrayList<>();
        final Map<UUID, Instant> begun = new LinkedHashMap<>();
        final Set<String> doneTasks = new HashSet<>();
        final Map<String, String> deputies = new HashMap<>();
        final Map<String, Person> people = new HashMap<>();
        final Set<String> disabled = new HashSet<>();
        /** Task and person it is no longer with, as {@code 4711/business}. */
        String handedOver;

        Headline headline;
        ReleaseWindow window;

        World() {
            reset();
        }

        void reset() {
            asked.clear();
            begun.clear();
            deputies.clear();
            handedOver = null;
            doneTasks.clear();
            people.clear();
            disabled.clear();
            for (var person : List.of("business:Bianca Berg", "production:Paul Prodan", "support:Susan Sauer")) {
                var part = person.split(":");
                people.put(part[0], new Person(part[0], part[1], part[0] + "@handover.example"));
            }
            headline = new Headline("Aurora 4.2 goes live", "Aurora Works", "production", BERLIN);
            window("2026-03-05T08:00:00Z", "2026-03-05T12:00:00Z", "business", "production");
        }

        /** An approved one, and the people with a part in it. */
        void window(String start, String end, String... people) {
            var invitees = Stream.of(people).map(each -> new Invitee(each, null));
            window = new ReleaseWindow(Instant.parse(start), Instant.parse(end), true, invitees.toList());
        }

        @Override
        public void send(GoLiveKey key, UUID notice) {
            asked.add(notice);
        }

        @Override
        public void begin(UUID digest, Instant due) {
            begun.put(digest, due);
        }

        @Override
        public Optional<String> deputyOf(GoLiveKey key, String person) {
            return Optional.ofNullable(deputies.get(person));
        }

        @Override
        public ZoneId usualZone(String person) {
            return BERLIN;
        }

        @Override
        public boolean isStillWaiting(String taskId) {
            return !doneTasks.contains(taskId);
        }

        @Override
        public boolean isStillWaitingFor(String taskId, String person) {
            return isStillWaiting(taskId) && !(taskId + "/" + person).equals(handedOver);
        }

        @Override
        public boolean canLogIn(String userId) {
            return people.containsKey(userId) && !disabled.contains(userId);
        }

        @Override
        public Optional<Person> find(String userId) {
            return Optional.ofNullable(people.get(userId));
        }

        @Override
        public ReleaseWindow windowOf(GoLiveKey key) {
            return window;
        }

        @Override
        public Headline of(GoLiveKey key) {
            return headline;
        }
    }
}
